import type { Executor } from "../db/client";
import type { TransferAmount } from "../db/queries/staged-merge";
import { listTransferCandidates, type TransferPosition, updateMeaning } from "../db/queries/transactions";
import { type CategoryId, isCategoryId } from "../domain/categories";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { canBeParted, confirmOwnTransfers } from "../domain/own-transfers";
import type { Flow } from "../domain/transaction";

type Candidate = Awaited<ReturnType<typeof listTransferCandidates>>[number];
type Meaning = { flow: Flow; category: CategoryId };

/** Rows that are looked at together, unless more of one amount lie close to one another. */
const BATCH_SIZE = 5_000;

/**
 * Decides anew, over all banks of a person, which rows are the two sides of their own transfers. It starts from what each
 * row says by itself, so the outcome is the same in whatever order the banks were read. What the person has said of a row
 * stays as it is, and counts as certain for the other side.
 * @param amounts only rows of these amounts (no other can be the other side of one); null: all
 */
export async function refreshOwnTransfers(
  tx: Executor,
  userId: string,
  amounts: readonly TransferAmount[] | null = null,
): Promise<void> {
  if (amounts?.length === 0) return;
  let waiting: Candidate[] = [];
  let after: TransferPosition | null = null;
  for (let more = true; more; ) {
    const batch: Candidate[] = await listTransferCandidates(tx, userId, {
      amounts,
      after,
      limit: BATCH_SIZE,
    });
    after = batch.at(-1) ?? after;
    more = batch.length === BATCH_SIZE;
    waiting.push(...batch);
    const end = more ? lastParting(waiting) : waiting.length;
    await decide(tx, userId, waiting.slice(0, end));
    waiting = waiting.slice(end);
  }
}

/** Up to where nothing that is still to come can change the outcome. */
function lastParting(rows: readonly Candidate[]): number {
  for (let index = rows.length - 1; index > 0; index -= 1) {
    const [before, after] = [rows[index - 1], rows[index]];
    if (before && after && canBeParted(before, after)) return index;
  }
  return 0;
}

async function decide(tx: Executor, userId: string, rows: readonly Candidate[]): Promise<void> {
  const legs = rows.map((row) => ({ ...row, ...meaningByItself(row) }));
  const confirmed = confirmOwnTransfers(legs);
  const changes = new Map<string, { meaning: Meaning; ids: string[] }>();
  for (const [index, leg] of legs.entries()) {
    const { flow, category } = confirmed.get(leg.id) ?? leg;
    const stored = rows[index];
    if (!stored || stored.isSaid || (stored.flow === flow && stored.category === category)) continue;
    const key = `${flow} ${category}`;
    const change = changes.get(key) ?? { meaning: { flow, category }, ids: [] };
    change.ids.push(leg.id);
    changes.set(key, change);
  }
  for (const { meaning, ids } of changes.values()) await updateMeaning(tx, userId, meaning, ids);
}

function meaningByItself(row: Candidate) {
  if (row.isSaid && isCategoryId(row.category)) {
    return { flow: row.flow, category: row.category, certain: true };
  }
  return classifyFlow({ ...row, hasMerchant: namesMerchant(row) });
}

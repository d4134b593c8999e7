import type { Executor } from "../db/client";
import { listTransferCandidates, updateMeaning } from "../db/queries/transactions";
import type { CategoryId } from "../domain/categories";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { confirmOwnTransfers } from "../domain/own-transfers";
import type { Flow } from "../domain/transaction";

/**
 * Decides anew, over all banks of a person, which rows are the two sides of their own transfers. It starts from what each
 * row says by itself, so the outcome is the same in whatever order the banks were read.
 */
export async function refreshOwnTransfers(tx: Executor, userId: string): Promise<void> {
  const rows = await listTransferCandidates(tx, userId);
  const legs = rows.map((row) => ({
    ...row,
    ...classifyFlow({ ...row, hasMerchant: namesMerchant(row) }),
  }));
  const confirmed = confirmOwnTransfers(legs);
  const changes = new Map<string, { meaning: Meaning; ids: string[] }>();
  for (const [index, leg] of legs.entries()) {
    const { flow, category } = confirmed.get(leg.id) ?? leg;
    const stored = rows[index];
    if (stored?.flow === flow && stored.category === category) continue;
    const key = `${flow} ${category}`;
    const change = changes.get(key) ?? { meaning: { flow, category }, ids: [] };
    change.ids.push(leg.id);
    changes.set(key, change);
  }
  for (const { meaning, ids } of changes.values()) await updateMeaning(tx, userId, meaning, ids);
}

type Meaning = { flow: Flow; category: CategoryId };

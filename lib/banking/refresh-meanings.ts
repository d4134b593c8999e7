import type { Executor } from "../db/client";
import { listEditableRows } from "../db/queries/transaction-edits";
import { updateMeaning } from "../db/queries/transactions";
import { type CategoryId, isCategoryId } from "../domain/categories";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { meaningOfEdit } from "../domain/meaning-of-edit";
import type { Flow } from "../domain/transaction";
import { applyRules } from "./apply-rules";
import { refreshOwnTransfers } from "./refresh-own-transfers";

type Row = Awaited<ReturnType<typeof listEditableRows>>[number];

/**
 * Decides anew what these rows of a person mean: what the person has said of a row counts first, then their rules, then
 * what the bank says and whether it is a side of an own transfer. Call it, holding the lock on the person's banks, in the
 * transaction that changed what was said.
 */
export async function refreshMeanings(tx: Executor, userId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await listEditableRows(tx, userId, ids);
  const byMeaning = new Map<string, { flow: Flow; category: CategoryId; ids: string[] }>();
  for (const row of rows) {
    const { flow, category } = meaningByItself(row);
    const key = `${flow} ${category}`;
    const same = byMeaning.get(key) ?? { flow, category, ids: [] };
    same.ids.push(row.id);
    byMeaning.set(key, same);
  }
  for (const { ids: same, ...meaning } of byMeaning.values()) await updateMeaning(tx, userId, meaning, same);
  await applyRules(tx, userId, { ids });
  await refreshOwnTransfers(
    tx,
    userId,
    rows.map(({ currency, amountMinor, wholeMinor }) => ({
      currency,
      size: Math.abs(wholeMinor ?? amountMinor),
    })),
  );
}

function meaningByItself(row: Row): { flow: Flow; category: CategoryId } {
  const said = row.edit?.category;
  if (said && isCategoryId(said)) return meaningOfEdit(said, row.accountType);
  const { flow, category } = classifyFlow({ ...row, hasMerchant: namesMerchant(row) });
  return { flow, category };
}

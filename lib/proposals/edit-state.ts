import type { Executor } from "../db/client";
import { listEditableRows, type TransactionEdit } from "../db/queries/transaction-edits";

/** What a change of rows touches: what the person has said of each, and the category that it has. */
export type RowState = { id: string; category: string; edit: Omit<TransactionEdit, "transactionId"> | null };

/** Of those rows that are this person's and still there, in the order of their ids. */
export async function readRowStates(
  tx: Executor,
  userId: string,
  ids: readonly string[],
): Promise<RowState[]> {
  const rows = await listEditableRows(tx, userId, ids);
  return rows.map(({ id, category, edit }) => ({ id, category, edit }));
}

/** What is said of a row of which nothing is said. */
const NOTHING = { category: null, note: null, tags: [] };

export const toEdit = ({ id, edit }: RowState): TransactionEdit => ({
  transactionId: id,
  ...(edit ?? NOTHING),
});

import type { Executor } from "../db/client";
import { deleteEdits, saveEdits, type TransactionEdit } from "../db/queries/transaction-edits";
import { refreshMeanings } from "./refresh-meanings";

/**
 * Makes these all that a person has said about rows of theirs, and the rows mean what follows from it. Call it in a
 * transaction that holds the lock on the person's banks, for rows that are known to be theirs.
 */
export async function setEdits(
  tx: Executor,
  userId: string,
  edits: readonly TransactionEdit[],
): Promise<void> {
  const isEmpty = ({ category, note, tags }: TransactionEdit) =>
    category === null && note === null && tags.length === 0;
  await saveEdits(
    tx,
    userId,
    edits.filter((edit) => !isEmpty(edit)),
  );
  const ids = edits.filter(isEmpty).map(({ transactionId }) => transactionId);
  await deleteEdits(tx, userId, ids);
  await refreshMeanings(
    tx,
    userId,
    edits.map(({ transactionId }) => transactionId),
  );
}

import { randomUUID } from "node:crypto";
import type { Executor } from "../db/client";
import type { Account } from "../db/queries/accounts";
import { findFileItemId, restateFileAccount } from "../db/queries/imports";
import { insertItem } from "../db/queries/items";
import { leaveToFiles, listImportedInto } from "../db/queries/kept-imports";

/**
 * Before these accounts of a bank are deleted: what the person brought to them from files is theirs and stays, on accounts
 * of the same name at a bank of files. Does nothing for accounts without imports. Inside the deleting transaction.
 */
export async function keepImports(
  tx: Executor,
  { userId, institutionName }: { userId: string; institutionName: string },
  accounts: readonly Pick<Account, "id">[],
  now: Date,
): Promise<void> {
  const accountIds = await listImportedInto(
    tx,
    accounts.map(({ id }) => id),
  );
  if (accountIds.length === 0) return;
  let itemId = await findFileItemId(tx, userId, institutionName);
  if (itemId === undefined) {
    itemId = randomUUID();
    const file = { source: "file", status: "active", isHistoryComplete: true, lastSyncedAt: now } as const;
    await insertItem(tx, { id: itemId, userId, institutionName, ...file });
  }
  for (const id of accountIds) {
    await leaveToFiles(tx, id, itemId);
    await restateFileAccount(tx, { id, itemId }, now);
  }
}

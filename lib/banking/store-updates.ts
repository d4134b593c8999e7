import type { Executor } from "../db/client";
import { listAccountsOfItem, upsertAccounts } from "../db/queries/accounts";
import { findItem, type Item, lockBanking, saveSyncProgress } from "../db/queries/items";
import { deleteTransactions, type NewTransaction, upsertTransactions } from "../db/queries/transactions";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { AppError } from "../errors";
import { toBankAccount, toBankTransaction } from "../plaid/map";
import type { BankUpdates } from "../plaid/read-updates";
import { refreshOwnTransfers } from "./refresh-own-transfers";

/**
 * Stores one update of a bank inside a transaction: accounts, rows, what they mean, and the cursor.
 * @param item as it was when the update was read
 * @returns false, with nothing changed, when another sync has moved the cursor meanwhile or the item is gone
 */
export async function storeUpdates(
  tx: Executor,
  item: Item,
  updates: BankUpdates,
  now: Date,
): Promise<boolean> {
  await lockBanking(tx, item.userId);
  const current = await findItem(tx, item.id);
  if (!current || current.cursor !== item.cursor) return false;

  await upsertAccounts(
    tx,
    updates.accounts.map((account) => ({
      ...toBankAccount(account, now),
      userId: item.userId,
      itemId: item.id,
    })),
  );
  const rows = await toRows(tx, item, updates);
  await upsertTransactions(tx, rows);
  await deleteTransactions(tx, item.id, [...updates.removedIds, ...replacedPendingIds(rows)]);
  await refreshOwnTransfers(tx, item.userId);
  await saveSyncProgress(tx, item.id, { cursor: updates.cursor, syncedAt: now });
  return true;
}

async function toRows(tx: Executor, item: Item, updates: BankUpdates): Promise<NewTransaction[]> {
  const accounts = new Map(
    (await listAccountsOfItem(tx, item.id)).map((account) => [account.plaidAccountId, account]),
  );
  return updates.transactions.map((transaction) => {
    const { plaidAccountId, ...row } = toBankTransaction(transaction);
    const account = accounts.get(plaidAccountId);
    // Leaving the row out would make every total wrong without a word.
    if (!account)
      throw new AppError("internal", "The bank sent a transaction of an account it did not list.");
    const { flow, category } = classifyFlow({
      amountMinor: row.amountMinor,
      accountType: account.type,
      primary: row.plaidCategoryPrimary,
      detailed: row.plaidCategoryDetailed,
      description: row.description,
      hasMerchant: namesMerchant(row),
    });
    return { ...row, userId: item.userId, itemId: item.id, accountId: account.id, flow, category };
  });
}

/** Some banks forget to remove the pending row that a posted one names; it must not count a second time. */
const replacedPendingIds = (rows: readonly NewTransaction[]) =>
  rows.flatMap(({ pendingPlaidTransactionId }) => pendingPlaidTransactionId ?? []);

import type { Executor } from "../db/client";
import { listAccountsOfItem, upsertAccounts } from "../db/queries/accounts";
import { findItem, type Item, lockBanking, saveSyncProgress } from "../db/queries/items";
import { deleteTransactions, type NewTransaction, upsertTransactions } from "../db/queries/transactions";
import { classifyFlow, namesMerchant } from "../domain/classify-flow";
import { AppError } from "../errors";
import { type BankAccount, toBankTransaction } from "../plaid/map";
import type { BankUpdates } from "../plaid/read-updates";
import { refreshOwnTransfers } from "./refresh-own-transfers";

export type NewsOfBank = {
  /** As it was when the update was read. */
  item: Item;
  updates: BankUpdates;
  accounts: readonly BankAccount[];
  now: Date;
};

/**
 * Stores one update of a bank inside a transaction: accounts, rows, what they mean, and the cursor.
 * @returns false, with nothing changed, when another sync has moved the cursor meanwhile or the item is gone
 */
export async function storeUpdates(tx: Executor, news: NewsOfBank): Promise<boolean> {
  const { item, updates, now } = news;
  const { id: itemId, userId } = item;
  await lockBanking(tx, userId);
  const current = await findItem(tx, itemId);
  if (!current || current.cursor !== item.cursor) return false;

  await upsertAccounts(
    tx,
    news.accounts.map((account) => ({ ...account, userId, itemId })),
  );
  const rows = await toRows(tx, item, updates);
  await upsertTransactions(tx, rows);
  await deleteTransactions(tx, itemId, [...updates.removedIds, ...replacedPendingIds(rows)]);
  await refreshOwnTransfers(tx, userId);
  await saveSyncProgress(tx, itemId, {
    cursor: updates.cursor,
    syncedAt: now,
    isHistoryComplete: updates.isHistoryComplete,
  });
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

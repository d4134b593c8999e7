import { PersonalFinanceCategoryVersion, type TransactionsSyncResponse } from "plaid";
import type { AccountType } from "../contract/banking";
import { plaid } from "./client";
import { askPlaid, PlaidFailure } from "./errors";
import { type BankTransaction, toAccountType, toBankTransaction } from "./map";

/** Plaid's largest page. */
const PAGE_SIZE = 500;

/** One page of what changed at a bank since a cursor. */
export type UpdatePage = {
  /** New and changed rows in their last state; no id occurs twice. */
  transactions: BankTransaction[];
  /** Rows that the bank took back; none of them is among `transactions`. */
  removedIds: string[];
  /** Types of the accounts that the page speaks of, by Plaid's id. */
  accountTypes: Map<string, AccountType>;
  counts: UpdateCounts;
  /** Where the next page begins, or after the last one the next update. */
  cursor: string;
  isLast: boolean;
  /** False while the bank still fetches the older past. */
  isHistoryComplete: boolean;
};

export type UpdateCounts = { added: number; modified: number; removed: number };

/**
 * Reads /transactions/sync page by page after `cursor` (null: from the beginning). Nothing of it may count before the last
 * page is here: when it fails half-way, or the bank's data changes meanwhile (kind `restart_sync`), all pages must be
 * thrown away and read again from the same cursor, never only the one that failed.
 * https://plaid.com/docs/api/products/transactions/#transactionssync
 * @throws {PlaidFailure} of kind `not_ready` while the bank prepares the first data
 */
export async function* readUpdates(
  accessToken: string,
  cursor: string | null,
): AsyncGenerator<UpdatePage, void, undefined> {
  for (let position = cursor; ; ) {
    const page = toUpdatePage(await readPage(accessToken, position));
    // An empty cursor is no position: stored, it would start from the beginning again and hide that nothing came.
    if (page.cursor === "") throw new PlaidFailure("PRODUCT_NOT_READY", "not_ready");
    if (!page.isLast && page.cursor === position) throw new PlaidFailure("CURSOR_STANDS_STILL", "retry_soon");
    yield page;
    if (page.isLast) return;
    position = page.cursor;
  }
}

const readPage = (accessToken: string, cursor: string | null): Promise<TransactionsSyncResponse> =>
  askPlaid(() =>
    plaid().transactionsSync({
      access_token: accessToken,
      count: PAGE_SIZE,
      options: { personal_finance_category_version: PersonalFinanceCategoryVersion.V2 },
      ...(cursor !== null && { cursor }),
    }),
  );

/** Within a page the last word counts as well: a row that it adds and removes is not there. */
export function toUpdatePage(page: TransactionsSyncResponse): UpdatePage {
  const transactions = new Map<string, BankTransaction>();
  for (const transaction of [...page.added, ...page.modified]) {
    transactions.set(transaction.transaction_id, toBankTransaction(transaction));
  }
  const removed = new Set(page.removed.map(({ transaction_id: id }) => id));
  for (const id of removed) transactions.delete(id);
  return {
    transactions: [...transactions.values()],
    removedIds: [...removed],
    accountTypes: new Map(page.accounts.map(({ account_id: id, type }) => [id, toAccountType(type)])),
    counts: { added: page.added.length, modified: page.modified.length, removed: page.removed.length },
    cursor: page.next_cursor,
    isLast: !page.has_more,
    isHistoryComplete: page.transactions_update_status === "HISTORICAL_UPDATE_COMPLETE",
  };
}

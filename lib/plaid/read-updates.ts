import { PersonalFinanceCategoryVersion, type Transaction, type TransactionsSyncResponse } from "plaid";
import { plaid } from "./client";
import { askPlaid, PlaidFailure } from "./errors";

/** Plaid's largest page. */
const PAGE_SIZE = 500;
const MAX_RESTARTS = 5;

/** Everything that changed at a bank since a cursor, with the cursor that covers it. */
export type BankUpdates = {
  /** New and changed rows in their last state; no id occurs twice. */
  transactions: Transaction[];
  removedIds: string[];
  counts: { added: number; modified: number; removed: number };
  cursor: string;
  /** False while the bank still fetches the older past. */
  isHistoryComplete: boolean;
};

/**
 * Reads all pages of /transactions/sync after `cursor` (null: from the beginning). Nothing may be stored before the
 * last page: when the bank's data changes meanwhile, all pages are thrown away and read again from the same cursor.
 * https://plaid.com/docs/transactions/sync-migration/
 * @throws {PlaidFailure} of kind `not_ready` while the bank prepares the first data
 */
export async function readUpdates(accessToken: string, cursor: string | null): Promise<BankUpdates> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return mergePages(await readPages(accessToken, cursor));
    } catch (thrown) {
      const isMoved = thrown instanceof PlaidFailure && thrown.kind === "restart_sync";
      if (!isMoved || restarts >= MAX_RESTARTS) throw thrown;
    }
  }
}

async function readPages(accessToken: string, from: string | null): Promise<TransactionsSyncResponse[]> {
  const pages: TransactionsSyncResponse[] = [];
  let cursor = from;
  for (let hasMore = true; hasMore; ) {
    const position = cursor === null ? {} : { cursor };
    const page = await askPlaid(() =>
      plaid().transactionsSync({
        access_token: accessToken,
        count: PAGE_SIZE,
        options: { personal_finance_category_version: PersonalFinanceCategoryVersion.V2 },
        ...position,
      }),
    );
    // An empty cursor is no position: stored, it would start from the beginning again and hide that nothing came.
    if (page.next_cursor === "") throw new PlaidFailure("PRODUCT_NOT_READY", "not_ready");
    pages.push(page);
    cursor = page.next_cursor;
    hasMore = page.has_more;
  }
  return pages;
}

/** Later pages overrule earlier ones: a row added and removed in one update is not there. */
export function mergePages(pages: readonly TransactionsSyncResponse[]): BankUpdates {
  const transactions = new Map<string, Transaction>();
  const removed = new Set<string>();
  const counts = { added: 0, modified: 0, removed: 0 };
  for (const page of pages) {
    for (const transaction of [...page.added, ...page.modified]) {
      transactions.set(transaction.transaction_id, transaction);
      removed.delete(transaction.transaction_id);
    }
    for (const { transaction_id: id } of page.removed) {
      transactions.delete(id);
      removed.add(id);
    }
    counts.added += page.added.length;
    counts.modified += page.modified.length;
    counts.removed += page.removed.length;
  }
  const last = pages.at(-1);
  if (!last) throw new Error("There is no page to merge.");
  return {
    transactions: [...transactions.values()],
    removedIds: [...removed],
    counts,
    cursor: last.next_cursor,
    isHistoryComplete: last.transactions_update_status === "HISTORICAL_UPDATE_COMPLETE",
  };
}

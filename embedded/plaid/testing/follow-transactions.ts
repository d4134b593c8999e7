import type { PlaidApi, Transaction, TransactionsSyncRequest, TransactionsSyncResponse } from "plaid";

/** A copy of an Item's transactions, kept the way Plaid tells its customers to. */
export type Books = { rows: Map<string, Transaction>; cursor: string | undefined; pages: number };

export const emptyBooks = (): Books => ({ rows: new Map(), cursor: undefined, pages: 0 });

/** Applies one page; fails when it contradicts what is already there. */
function apply(rows: Books["rows"], page: TransactionsSyncResponse): void {
  for (const row of page.added) {
    if (rows.has(row.transaction_id)) throw new Error(`${row.transaction_id} was added twice`);
    rows.set(row.transaction_id, row);
  }
  for (const row of page.modified) {
    if (!rows.has(row.transaction_id)) throw new Error(`${row.transaction_id} was modified, but never added`);
    rows.set(row.transaction_id, row);
  }
  for (const { transaction_id: id } of page.removed) {
    if (!rows.delete(id)) throw new Error(`${id} was removed, but never added`);
  }
}

/** Reads every page since the cursor and applies it. */
export async function follow(
  client: PlaidApi,
  accessToken: string,
  books: Books,
  request: Omit<TransactionsSyncRequest, "access_token" | "cursor"> = { count: 500 },
): Promise<Books> {
  const rows = new Map(books.rows);
  let { cursor, pages } = books;
  for (let hasMore = true; hasMore; pages += 1) {
    const { data } = await client.transactionsSync({
      access_token: accessToken,
      ...(cursor === undefined ? {} : { cursor }),
      ...request,
    });
    apply(rows, data);
    cursor = data.next_cursor;
    hasMore = data.has_more;
  }
  return { rows, cursor, pages };
}

import type { PlaidApi, Transaction, TransactionsSyncRequest } from "plaid";

/** A copy of an Item's transactions, kept the way Plaid tells its customers to. */
export type Books = { rows: Map<string, Transaction>; cursor: string | undefined; pages: number };

export const emptyBooks = (): Books => ({ rows: new Map(), cursor: undefined, pages: 0 });

/** Reads every page since the cursor and applies it; fails when a page contradicts what is already in the books. */
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
    for (const row of data.added) {
      if (rows.has(row.transaction_id)) throw new Error(`${row.transaction_id} was added twice`);
      rows.set(row.transaction_id, row);
    }
    for (const { transaction_id: id } of data.removed) {
      if (!rows.delete(id)) throw new Error(`${id} was removed and had never been added`);
    }
    cursor = data.next_cursor;
    hasMore = data.has_more;
  }
  return { rows, cursor, pages };
}

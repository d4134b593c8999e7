import { asc, eq } from "drizzle-orm";
import { database } from "../../lib/db/client";
import { accounts, items } from "../../lib/db/schema/banks";
import { transactions } from "../../lib/db/schema/transactions";
import { inCents } from "../support/linked-bank";
import type { bankControl } from "./bank-control";

type Bank = ReturnType<typeof bankControl>;
type Fact = Record<string, string | number | boolean | null>;

/** What we have and what the bank has of one item, in the same words, ready to be compared. */
export async function bothBooks(itemId: string, bank: Bank): Promise<{ ours: Fact[]; theirs: Fact[] }> {
  const ours = await database()
    .select({
      id: transactions.plaidTransactionId,
      account: accounts.plaidAccountId,
      amountMinor: transactions.amountMinor,
      postedDate: transactions.postedDate,
      pending: transactions.pending,
      description: transactions.description,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .where(eq(transactions.itemId, itemId))
    .orderBy(asc(transactions.plaidTransactionId));
  const { transactions: rows } = await bank.books();
  const theirs = rows.map((row) => ({
    id: row.transaction_id,
    account: row.account_id,
    amountMinor: inCents(-row.amount) + 0,
    postedDate: row.date,
    pending: row.pending,
    description: row.name ?? "",
  }));
  return { ours, theirs: theirs.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Each account's balance as the bank would state it, ours and theirs. */
export async function bothBalances(itemId: string, bank: Bank): Promise<{ ours: Fact; theirs: Fact }> {
  const rows = await database()
    .select({ id: accounts.plaidAccountId, current: accounts.currentMinor })
    .from(accounts)
    .where(eq(accounts.itemId, itemId));
  const books = await bank.books();
  return {
    ours: Object.fromEntries(rows.map(({ id, current }) => [id, current])),
    theirs: Object.fromEntries(
      books.accounts.map(({ account_id: id, balances: { current } }) => [
        id,
        current === null ? null : inCents(current),
      ]),
    ),
  };
}

/** How many changes the bank would still send after the cursor that we hold; null before the first reading. */
export async function changesAfterCursor(itemId: string, bank: Bank): Promise<number | null> {
  const [item] = await database().select().from(items).where(eq(items.id, itemId));
  if (!item?.cursor) return null;
  const { added, modified, removed } = await bank.after(item.cursor);
  return added.length + modified.length + removed.length;
}

import { asc, count, desc, eq, isNotNull, max, min, type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../../contract/money";
import type { Listing, TransactionFilter } from "../../domain/ledger";
import type { Transaction, TransactionOrder } from "../../domain/transaction";
import type { Executor } from "../client";
import { accounts, items } from "../schema/banks";
import { users } from "../schema/people";
import { transactions } from "../schema/transactions";
import { countedRows } from "./transaction-filter";

/** The person's accounts with their bank, in the order of linking. Balances as the bank states them. */
export function listAccounts(db: Executor, userId: string) {
  return db
    .select({
      id: accounts.id,
      name: accounts.name,
      institution: items.institutionName,
      mask: accounts.mask,
      type: accounts.type,
      subtype: accounts.subtype,
      currency: accounts.currency,
      currentMinor: accounts.currentMinor,
      availableMinor: accounts.availableMinor,
      balanceAsOf: accounts.balanceAsOf,
      closedAt: accounts.closedAt,
    })
    .from(accounts)
    .innerJoin(items, eq(items.id, accounts.itemId))
    .where(eq(accounts.userId, userId))
    .orderBy(asc(items.createdAt), asc(accounts.type), asc(accounts.name), asc(accounts.id));
}

/** The person's banks with what is known of their state, in the order of linking. */
export function listBankStates(db: Executor, userId: string) {
  return db
    .select({
      institution: items.institutionName,
      source: items.source,
      status: items.status,
      lastSyncedAt: items.lastSyncedAt,
      isHistoryComplete: items.isHistoryComplete,
      accountIds: sql<
        string[]
      >`coalesce(array_agg(${accounts.id}) filter (where ${accounts.id} is not null), '{}')`,
    })
    .from(items)
    .leftJoin(accounts, eq(accounts.itemId, items.id))
    .where(eq(items.userId, userId))
    .groupBy(items.id)
    .orderBy(asc(items.createdAt), asc(items.id));
}

/** Matching rows of the person; what `TransactionFilter`, `newestFirst` and `inOrder` of lib/domain say. */
export async function listTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  { order = "newest", limit }: Listing = {},
): Promise<Transaction[]> {
  const rows = db
    .select({
      id: transactions.id,
      accountId: transactions.accountId,
      accountName: accounts.name,
      accountType: accounts.type,
      date: transactions.date,
      amountMinor: transactions.amountMinor,
      currency: transactions.currency,
      merchant: transactions.merchant,
      description: transactions.description,
      category: transactions.category,
      flow: transactions.flow,
      pending: transactions.pending,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .where(countedRows(db, userId, filter))
    .orderBy(...orderBy(order, filter), desc(transactions.date), desc(transactions.id));
  return limit === undefined ? rows : rows.limit(limit);
}

function orderBy(order: TransactionOrder, filter: TransactionFilter): SQL[] {
  if (order === "newest") return [];
  if (order === "oldest") return [asc(transactions.date)];
  const size = sql`abs(${transactions.amountMinor})`;
  // Few rows match: reading by size, as the planner likes to where there is a limit, would pass nearly all to find them.
  const found = isNarrow(filter) ? sql`${size} + 0` : size;
  return [order === "largest" ? desc(found) : asc(found)];
}

/** Whether more is asked for than flows, a period, accounts or currencies. */
function isNarrow({
  period,
  flows,
  accountIds,
  currencies,
  direction,
  ...others
}: TransactionFilter): boolean {
  return Object.values(others).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
}

/** Every merchant of the person, the most frequent first. */
export function listMerchants(db: Executor, userId: string) {
  return db
    .select({ merchant: transactions.merchant })
    .from(transactions)
    .where(eq(transactions.userId, userId))
    .groupBy(transactions.merchant)
    .orderBy(desc(count()), asc(transactions.merchant));
}

/** The first and the last day of which there is a row, of each account of the person that has any. */
export function listRowDates(db: Executor, userId: string) {
  // Two look-ups in an index for each account; grouping would read every row.
  const dates = db
    .select({ first: min(transactions.date).as("first"), last: max(transactions.date).as("last") })
    .from(transactions)
    .where(eq(transactions.accountId, accounts.id))
    .as("dates");
  return db
    .select({
      accountId: accounts.id,
      firstDate: sql<CalendarDate>`${dates.first}::text`,
      lastDate: sql<CalendarDate>`${dates.last}::text`,
    })
    .from(accounts)
    .innerJoinLateral(dates, isNotNull(dates.first))
    .where(eq(accounts.userId, userId));
}

/** The person's zone, their first date and their currencies, in one query. */
export async function findCoverage(db: Executor, userId: string) {
  const first = db
    .select({ value: min(transactions.date) })
    .from(transactions)
    .where(eq(transactions.userId, userId));
  const currencies = db
    .select({ currency: accounts.currency, uses: count().as("uses") })
    .from(accounts)
    .where(eq(accounts.userId, userId))
    .groupBy(accounts.currency)
    .as("used_currencies");
  const [row] = await db
    .select({
      timeZone: users.timeZone,
      firstDate: sql<string | null>`(${first})`,
      currencies: sql<
        string | null
      >`(select string_agg(${currencies.currency}, ',' order by ${currencies.uses} desc, ${currencies.currency}) from ${currencies})`,
    })
    .from(users)
    .where(eq(users.id, userId));
  return row;
}

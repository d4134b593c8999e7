import { and, asc, count, desc, eq, isNotNull, max, min, type SQL, sql, sum } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { CalendarDate } from "../../contract/money";
import { type Listing, newestFirst, type TransactionFilter } from "../../domain/ledger";
import { FLOWS, inOrder, type Transaction, type TransactionOrder } from "../../domain/transaction";
import type { Executor } from "../client";
import { accounts, items } from "../schema/banks";
import { flowSums } from "../schema/flow-sums";
import { users } from "../schema/people";
import { transactions } from "../schema/transactions";
import { TRANSACTION_COLUMNS } from "./transaction-columns";
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
  const flows = filter.flows?.length ? filter.flows : FLOWS;
  const isBySize = order === "largest" || order === "smallest";
  if (!isBySize || limit === undefined || flows.length === 1 || isNarrow(filter))
    return readTransactions(db, userId, filter, { order, limit });
  // The index by size has each flow by itself: asked for several at once, all of their rows would be read and sorted.
  const ofFlows = await Promise.all(
    flows.map((flow) => readTransactions(db, userId, { ...filter, flows: [flow] }, { order, limit })),
  );
  return inOrder(ofFlows.flat().sort(newestFirst), order).slice(0, limit);
}

async function readTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  { order, limit }: Listing & { order: TransactionOrder },
): Promise<Transaction[]> {
  const rows = db
    .select(TRANSACTION_COLUMNS)
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .where(countedRows(db, userId, filter))
    .orderBy(...orderBy(order, filter), desc(transactions.date), desc(transactions.id));
  const stored = await db.execute<StoredRow>((limit === undefined ? rows : rows.limit(limit)).getSQL());
  return stored.map(toTransaction);
}

type StoredRow = Pick<
  Transaction,
  "id" | "date" | "currency" | "merchant" | "description" | "category" | "flow"
> & {
  account_id: string;
  name: string;
  type: Transaction["accountType"];
  amount_minor: string;
  pending: boolean;
};

/** By hand: of ten thousand rows Drizzle's own mapping takes four times as long as reading them. */
const toTransaction = ({ account_id, name, type, amount_minor, ...row }: StoredRow): Transaction => ({
  id: row.id,
  accountId: account_id,
  accountName: name,
  accountType: type,
  date: row.date,
  amountMinor: Number(amount_minor),
  currency: row.currency,
  merchant: row.merchant,
  description: row.description,
  category: row.category,
  flow: row.flow,
  pending: row.pending,
});

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
  // The counts that are kept, and what is pending: of that nothing is kept.
  const counts = unionAll(
    db
      .select({ merchant: flowSums.merchant, rows: flowSums.rowCount })
      .from(flowSums)
      .where(and(eq(flowSums.userId, userId), eq(flowSums.span, "year"))),
    db
      .select({ merchant: transactions.merchant, rows: sql<number>`1` })
      .from(transactions)
      .where(and(eq(transactions.userId, userId), sql`${transactions.pending}`)),
  ).as("counts");
  return db
    .select({ merchant: counts.merchant })
    .from(counts)
    .groupBy(counts.merchant)
    .orderBy(desc(sum(counts.rows)), asc(counts.merchant));
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

/** The person's zone, their first date and their currencies, the one first that they have chosen, in one query. */
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
  // Within a fragment of its own the column keeps the name of its table; "currency" alone would be that of the accounts.
  const chosen = sql`${users.currency}`;
  const [row] = await db
    .select({
      timeZone: users.timeZone,
      firstDate: sql<string | null>`(${first})`,
      currencies: sql<
        string | null
      >`(select string_agg(${currencies.currency}, ',' order by ${currencies.currency} = ${chosen} desc nulls last, ${currencies.uses} desc, ${currencies.currency}) from ${currencies})`,
    })
    .from(users)
    .where(eq(users.id, userId));
  return row && { ...row, currencies: row.currencies?.split(",") ?? [] };
}

import { type SQL, sql, sum } from "drizzle-orm";
import { byGroup, type FlowSum, type Grouping } from "../../domain/flow-sums";
import type { KnownDays } from "../../domain/known-days";
import type { TransactionFilter } from "../../domain/ledger";
import type { Executor } from "../client";
import { transactions } from "../schema/transactions";
import { keptCover, sumKept } from "./kept-sums";
import { countedRows } from "./transaction-filter";

const { flow, currency, date, amountMinor, category, merchant, accountId } = transactions;

/** What rows are grouped by, as it stands in them. */
const COLUMNS = {
  none: sql`''::text`,
  category: sql`${category}`,
  merchant: sql`${merchant}`,
  account: sql`${accountId}`,
  day: sql`${date}`,
};

/** Days are grouped further: reckoned for each row, the month takes three times as long as the sum. */
const OF_DAY = {
  month: (day: SQL.Aliased<string>) => sql<string>`to_char(${day}::date, 'YYYY-MM')`,
  week: (day: SQL.Aliased<string>) => sql<string>`date_trunc('week', ${day}::timestamp)::date::text`,
};

/**
 * What the person's matching rows come to, as `sumFlows` of lib/domain would sum them. Only sums leave the database.
 * @param known outside of these days there are hardly any rows; it decides only what is read
 */
export async function sumTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  groupBy: Grouping,
  known: KnownDays,
): Promise<FlowSum[]> {
  const cover = keptCover(filter, groupBy, known);
  const sums = cover ? await sumKept(db, userId, filter, cover) : await sumRows(db, userId, filter, groupBy);
  return sums.sort(byGroup);
}

const sumRows = (db: Executor, userId: string, filter: TransactionFilter, groupBy: Grouping) =>
  groupBy === "month" || groupBy === "week"
    ? sumDays(db, sumGroups(db, userId, filter, COLUMNS.day), OF_DAY[groupBy])
    : sumGroups(db, userId, filter, COLUMNS[groupBy]);

const sumGroups = (db: Executor, userId: string, filter: TransactionFilter, group: SQL) =>
  db
    .select({
      flow,
      key: sql<string>`${group}::text`.as("key"),
      currency,
      netMinor: sql`sum(${amountMinor})`.mapWith(Number).as("net_minor"),
      inMinor: sql`coalesce(sum(${amountMinor}) filter (where ${amountMinor} > 0), 0)`
        .mapWith(Number)
        .as("in_minor"),
      rowCount: sql`count(*)`.mapWith(Number).as("row_count"),
      inCount: sql`count(*) filter (where ${amountMinor} > 0)`.mapWith(Number).as("in_count"),
      outCount: sql`count(*) filter (where ${amountMinor} < 0)`.mapWith(Number).as("out_count"),
    })
    .from(transactions)
    .where(countedRows(db, userId, filter))
    .groupBy(flow, group, currency);

function sumDays(
  db: Executor,
  byDay: ReturnType<typeof sumGroups>,
  keyOf: (typeof OF_DAY)[keyof typeof OF_DAY],
) {
  const days = byDay.as("days");
  const key = keyOf(days.key);
  return db
    .select({
      flow: days.flow,
      key,
      currency: days.currency,
      netMinor: sum(days.netMinor).mapWith(Number),
      inMinor: sum(days.inMinor).mapWith(Number),
      rowCount: sum(days.rowCount).mapWith(Number),
      inCount: sum(days.inCount).mapWith(Number),
      outCount: sum(days.outCount).mapWith(Number),
    })
    .from(days)
    .groupBy(days.flow, key, days.currency);
}

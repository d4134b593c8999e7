import { count, type SQL, sql, sum } from "drizzle-orm";
import { byGroup, type FlowSum, type Grouping } from "../../domain/flow-sums";
import type { TransactionFilter } from "../../domain/ledger";
import type { Executor } from "../client";
import { transactions } from "../schema/transactions";
import { countedRows } from "./transaction-filter";

const { date, amountMinor, flow, currency } = transactions;

const { category, merchant, accountId } = transactions;

/** What rows are grouped by, and its words. Words are made once per group: made of every row they cost more than the sum. */
const KEYS = {
  none: [sql`''::text`],
  category: [sql`${category}`],
  merchant: [sql`${merchant}`],
  account: [sql`${accountId}`],
  month: [sql`date_trunc('month', ${date}::timestamp)`, "YYYY-MM"],
  week: [sql`date_trunc('week', ${date}::timestamp)`, "YYYY-MM-DD"],
  day: [sql`${date}`],
} as const satisfies Record<Grouping, [group: SQL, format?: string]>;

/** What the person's matching rows come to, as `sumFlows` of lib/domain would sum them. Only sums leave the database. */
export async function sumTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  groupBy: Grouping,
): Promise<FlowSum[]> {
  const [group, format] = KEYS[groupBy];
  const key = format ? sql`to_char(${group}, ${sql.raw(`'${format}'`)})` : sql`${group}::text`;
  const rows = await db
    .select({
      flow,
      key: key.mapWith(String).as("key"),
      currency,
      netMinor: sum(amountMinor).mapWith(Number),
      inMinor: sql`coalesce(sum(${amountMinor}) filter (where ${amountMinor} > 0), 0)`.mapWith(Number),
      rowCount: count(),
      inCount: sql`count(*) filter (where ${amountMinor} > 0)`.mapWith(Number),
      outCount: sql`count(*) filter (where ${amountMinor} < 0)`.mapWith(Number),
    })
    .from(transactions)
    .where(countedRows(db, userId, filter))
    .groupBy(flow, group, currency);
  return rows.sort(byGroup);
}

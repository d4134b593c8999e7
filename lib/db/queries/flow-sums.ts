import { count, sql, sum } from "drizzle-orm";
import { byGroup, type FlowSum, type Grouping } from "../../domain/flow-sums";
import type { TransactionFilter } from "../../domain/ledger";
import type { Executor } from "../client";
import { transactions } from "../schema/transactions";
import { countedRows } from "./transaction-filter";

const { date, amountMinor, flow, currency } = transactions;

const KEYS = {
  none: sql<string>`''`,
  category: sql<string>`${transactions.category}`,
  merchant: sql<string>`${transactions.merchant}`,
  account: sql<string>`${transactions.accountId}::text`,
  month: sql<string>`to_char(${date}, 'YYYY-MM')`,
  week: sql<string>`date_trunc('week', ${date}::timestamp)::date::text`,
  day: sql<string>`${date}::text`,
} as const satisfies Record<Grouping, unknown>;

/** What the person's matching rows come to, as `sumFlows` of lib/domain would sum them. Only sums leave the database. */
export async function sumTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  groupBy: Grouping,
): Promise<FlowSum[]> {
  const rows = await db
    .select({
      flow,
      key: KEYS[groupBy].as("key"),
      currency,
      netMinor: sum(amountMinor).mapWith(Number),
      inMinor: sql`coalesce(sum(${amountMinor}) filter (where ${amountMinor} > 0), 0)`.mapWith(Number),
      rowCount: count(),
      inCount: sql`count(*) filter (where ${amountMinor} > 0)`.mapWith(Number),
      outCount: sql`count(*) filter (where ${amountMinor} < 0)`.mapWith(Number),
    })
    .from(transactions)
    .where(countedRows(db, userId, filter))
    .groupBy(sql`1, 2, 3`);
  return rows.sort(byGroup);
}

import { and, asc, count, eq, gt, inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { CalendarDate } from "../../contract/money";
import type { RecurringSource } from "../../contract/recurring";
import type { PayeeCount } from "../../domain/recurring-parts";
import type { Executor } from "../client";
import { accounts, items } from "../schema/banks";
import { recurringSeries } from "../schema/recurring";
import { transactionEdits, transactions } from "../schema/transactions";
import { WHOLE_AMOUNT } from "./splits";

export type RecurringSeries = typeof recurringSeries.$inferSelect;

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** What a series is, besides whose and where it is. */
const CHANGING = {
  name: excluded("name"),
  category: excluded("category"),
  cadence: excluded("cadence"),
  status: excluded("status"),
  averageMinor: excluded("average_minor"),
  lastMinor: excluded("last_minor"),
  isVariable: excluded("is_variable"),
  currency: excluded("currency"),
  firstDate: excluded("first_date"),
  lastDate: excluded("last_date"),
  nextDate: excluded("next_date"),
  transactionIds: excluded("transaction_ids"),
} satisfies Partial<Record<keyof RecurringSeries, SQL>>;

/**
 * These series in place of the ones of the same source on these accounts. A series that stayed as it was is not written,
 * so a sync without news writes nothing.
 */
export async function replaceSeries(
  db: Executor,
  scope: { source: RecurringSource; accountIds: readonly string[] },
  rows: readonly RecurringSeries[],
): Promise<void> {
  const { source, accountIds } = scope;
  if (accountIds.length === 0) return;
  await db.delete(recurringSeries).where(
    and(
      eq(recurringSeries.source, source),
      inArray(recurringSeries.accountId, [...accountIds]),
      rows.length > 0
        ? notInArray(
            recurringSeries.id,
            rows.map(({ id }) => id),
          )
        : undefined,
    ),
  );
  if (rows.length === 0) return;
  const columns = Object.keys(CHANGING) as (keyof typeof CHANGING)[];
  const stored = sql.join(
    columns.map((column) => sql`${recurringSeries[column]}`),
    sql`, `,
  );
  const wanted = sql.join(
    columns.map((column) => CHANGING[column]),
    sql`, `,
  );
  await db
    .insert(recurringSeries)
    .values([...rows])
    .onConflictDoUpdate({
      target: recurringSeries.id,
      set: CHANGING,
      setWhere: sql`(${stored}) is distinct from (${wanted})`,
    });
}

/** The person's series of both sources, what comes next first. */
export function listSeries(db: Executor, userId: string): Promise<RecurringSeries[]> {
  return db
    .select()
    .from(recurringSeries)
    .where(eq(recurringSeries.userId, userId))
    .orderBy(sql`${recurringSeries.nextDate} asc nulls last`, asc(recurringSeries.id));
}

/** The person's accounts and how far their data reaches: a file ends with its last row, a bank with its last reading. */
export function listAccountsForSeries(db: Executor, userId: string) {
  return db
    .select({ id: accounts.id, itemId: items.id, source: items.source, lastSyncedAt: items.lastSyncedAt })
    .from(accounts)
    .innerJoin(items, eq(items.id, accounts.itemId))
    .where(eq(accounts.userId, userId))
    .orderBy(asc(accounts.id));
}

/** What may be part of a series: a split row is one, of its whole amount. */
const isCandidate = (accountId: string) =>
  and(
    eq(transactions.accountId, accountId),
    eq(transactions.pending, false),
    isNull(transactions.partOfId),
    or(eq(transactions.flow, "spending"), eq(transactions.flow, "income")),
  );

/** Who was paid from an account or paid into it, each with the number of rows, and the last day of which there is a row. */
export async function listPayees(
  db: Executor,
  accountId: string,
): Promise<{ payees: PayeeCount[]; lastDate: CalendarDate | null }> {
  const found = await db
    .select({
      merchant: transactions.merchant,
      rows: count(),
      lastDate: sql<CalendarDate>`max(${transactions.date})`,
    })
    .from(transactions)
    .where(isCandidate(accountId))
    .groupBy(transactions.merchant)
    .orderBy(asc(transactions.merchant));
  let lastDate: CalendarDate | null = null;
  for (const payee of found) {
    if (lastDate === null || payee.lastDate > lastDate) lastDate = payee.lastDate;
  }
  return { payees: found, lastDate };
}

/** The next rows of these merchants after this id, in the order of ids: few at a time, so that the largest account fits. */
export function listSeriesCandidates(
  db: Executor,
  scope: { accountId: string; merchants: readonly string[]; afterId: string | null; limit: number },
) {
  const { accountId, merchants, afterId, limit } = scope;
  const wanted = sql`select jsonb_array_elements_text(${JSON.stringify(merchants)}::text::jsonb)`;
  return db
    .select({
      id: transactions.id,
      accountId: transactions.accountId,
      date: transactions.date,
      amountMinor: WHOLE_AMOUNT,
      currency: transactions.currency,
      merchant: transactions.merchant,
      description: transactions.description,
      category: sql<string>`coalesce(${transactionEdits.category}, ${transactions.category})`,
      flow: transactions.flow,
      pending: transactions.pending,
    })
    .from(transactions)
    .leftJoin(transactionEdits, eq(transactionEdits.transactionId, transactions.id))
    .where(
      and(
        isCandidate(accountId),
        sql`${transactions.merchant} in (${wanted})`,
        afterId === null ? undefined : gt(transactions.id, afterId),
      ),
    )
    .orderBy(asc(transactions.id))
    .limit(limit);
}

/** Our ids of the bank's rows, by the bank's id. */
export async function findOurIds(
  db: Executor,
  itemId: string,
  plaidTransactionIds: readonly string[],
): Promise<Map<string, string>> {
  if (plaidTransactionIds.length === 0) return new Map();
  const rows = await db
    .select({ id: transactions.id, plaidId: transactions.plaidTransactionId })
    .from(transactions)
    .where(
      and(
        eq(transactions.itemId, itemId),
        inArray(transactions.plaidTransactionId, [...plaidTransactionIds]),
      ),
    );
  return new Map(rows.map(({ id, plaidId }) => [plaidId, id]));
}

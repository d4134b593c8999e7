import { and, asc, count, desc, eq, gte, inArray, lte, min, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { TransactionFilter } from "../../domain/ledger";
import type { Transaction } from "../../domain/transaction";
import type { Executor } from "../client";
import { accounts, items } from "../schema/banks";
import { users } from "../schema/people";
import { transactions } from "../schema/transactions";

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

/** Every matching row of the person, newest first; what `TransactionFilter` and `newestFirst` of lib/domain say. */
export function listTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
): Promise<Transaction[]> {
  return db
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
    .where(and(eq(transactions.userId, userId), isCountedOnce(db), ...conditionsOf(filter)))
    .orderBy(desc(transactions.date), desc(transactions.id));
}

/** A pending row goes as soon as a posted row names it, even where the bank forgot to remove it. */
function isCountedOnce(db: Executor): SQL | undefined {
  const posted = alias(transactions, "posted");
  const replacement = db
    .select({ one: sql`1` })
    .from(posted)
    .where(
      and(
        eq(posted.itemId, transactions.itemId),
        eq(posted.pendingPlaidTransactionId, transactions.plaidTransactionId),
      ),
    );
  return or(eq(transactions.pending, false), sql`not exists ${replacement}`);
}

function conditionsOf(filter: TransactionFilter): (SQL | undefined)[] {
  const { period, flows, categories, merchants, accountIds, ids, text } = filter;
  const oneOf = <Value>(values: readonly Value[] | undefined, condition: (values: Value[]) => SQL) =>
    values && values.length > 0 ? condition([...values]) : undefined;
  return [
    period && gte(transactions.date, period.start),
    period && lte(transactions.date, period.end),
    oneOf(flows, (values) => inArray(transactions.flow, values)),
    oneOf(categories, (values) => inArray(transactions.category, values)),
    oneOf(merchants, (values) => inArray(transactions.merchant, values)),
    oneOf(accountIds, (values) => inArray(transactions.accountId, values)),
    // As one parameter: a weekly payment of many years has more rows than a statement may have parameters.
    oneOf(
      ids,
      (values) =>
        sql`${transactions.id} in (select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)::uuid)`,
    ),
    text ? or(contains(transactions.merchant, text), contains(transactions.description, text)) : undefined,
  ];
}

/** `strpos`, not `like`: what is searched for is text, and `%` in it is a percent sign. */
const contains = (
  column: typeof transactions.merchant | typeof transactions.description,
  text: string,
): SQL => sql`strpos(lower(${column}), lower(${text})) > 0`;

/** Every merchant of the person, the most frequent first. */
export function listMerchants(db: Executor, userId: string) {
  return db
    .select({ merchant: transactions.merchant })
    .from(transactions)
    .where(eq(transactions.userId, userId))
    .groupBy(transactions.merchant)
    .orderBy(desc(count()), asc(transactions.merchant));
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

import { and, eq, gt, gte, inArray, lt, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { TransactionFilter } from "../../domain/ledger";
import { minorUnitExponent } from "../../domain/money";
import type { Executor } from "../client";
import { transactions } from "../schema/transactions";
import { lowerCase } from "./lower-case";

/** The person's rows that match, each once; what `matchesFilter` of lib/domain/ledger.ts says. */
export const countedRows = (db: Executor, userId: string, filter: TransactionFilter): SQL | undefined =>
  and(eq(transactions.userId, userId), isCountedOnce(db, userId), ...conditionsOf(filter));

/**
 * A pending row goes as soon as a posted row names it, even where the bank forgot to remove it. The few that have been
 * replaced are looked up once, not asked of each row: the planner would take every row for a pending one.
 */
function isCountedOnce(db: Executor, userId: string): SQL | undefined {
  const held = alias(transactions, "held");
  const posted = alias(transactions, "posted");
  const replaced = db
    .select({ id: held.id })
    .from(held)
    .innerJoin(
      posted,
      and(eq(posted.itemId, held.itemId), eq(posted.pendingPlaidTransactionId, held.plaidTransactionId)),
    )
    .where(and(eq(held.userId, userId), sql`${held.pending}`));
  return or(eq(transactions.pending, false), notInArray(transactions.id, replaced));
}

function conditionsOf(filter: TransactionFilter): (SQL | undefined)[] {
  const { period, flows, categories, merchants, accountIds, ids, text } = filter;
  const { exceptCategories, exceptMerchants, currencies, pending } = filter;
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
    oneOf(currencies, (values) => inArray(transactions.currency, values)),
    oneOf(exceptCategories, (values) => notInArray(transactions.category, values)),
    oneOf(exceptMerchants, (values) => notInArray(transactions.merchant, values)),
    pending === undefined ? undefined : eq(transactions.pending, pending),
    ...amountConditions(filter),
    text ? or(contains(transactions.merchant, text), contains(transactions.description, text)) : undefined,
  ];
}

function amountConditions({ direction, minUnits, maxUnits }: TransactionFilter): (SQL | undefined)[] {
  const size = sql`abs(${transactions.amountMinor})`;
  return [
    direction && (direction === "in" ? gt : lt)(transactions.amountMinor, 0),
    minUnits === undefined ? undefined : sql`${size} >= ${String(minUnits)}::numeric * ${minorPerUnit()}`,
    maxUnits === undefined ? undefined : sql`${size} <= ${String(maxUnits)}::numeric * ${minorPerUnit()}`,
  ];
}

/** Minor units in one unit of the row's currency. Nearly all have a hundred. */
function minorPerUnit(): SQL {
  const others = Intl.supportedValuesOf("currency").filter((currency) => minorUnitExponent(currency) !== 2);
  const cases = others.map(
    (currency) => sql`when ${currency} then ${10 ** minorUnitExponent(currency)}::int`,
  );
  return sql`case ${transactions.currency} ${sql.join(cases, sql` `)} else 100 end`;
}

/** `strpos`, not `like`: what is searched for is text, and `%` in it is a percent sign. */
const contains = (
  column: typeof transactions.merchant | typeof transactions.description,
  text: string,
): SQL => sql`strpos(${lowerCase(column)}, ${lowerCase(text)}) > 0`;

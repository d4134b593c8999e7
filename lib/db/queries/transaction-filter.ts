import { and, eq, gt, gte, inArray, lt, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { TransactionFilter } from "../../domain/ledger";
import { minorUnitExponent } from "../../domain/money";
import type { Executor } from "../client";
import { transactions } from "../schema/transactions";
import { lowerCase } from "./lower-case";

/** The person's rows that match, each once; what `matchesFilter` of lib/domain/ledger.ts says. */
export const countedRows = (db: Executor, userId: string, filter: TransactionFilter): SQL | undefined =>
  and(eq(transactions.userId, userId), isCountedOnce(db, userId), ...conditionsOf(filter));

/** The person's posted rows that match: each counts once, whatever the others are. */
export const postedRows = (userId: string, filter: TransactionFilter): SQL | undefined =>
  and(eq(transactions.userId, userId), ...conditionsOf({ ...filter, pending: false }));

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

const oneOf = <Value>(values: readonly Value[] | undefined, condition: (values: Value[]) => SQL) =>
  values && values.length > 0 ? condition([...values]) : undefined;

type Kind = "flow" | "category" | "merchant" | "accountId" | "currency";

/** The conditions of a filter that many rows meet alike: they hold for rows, and for sums of rows by these columns. */
export function kindConditions(
  columns: Record<Kind, PgColumn>,
  {
    flows,
    categories,
    merchants,
    accountIds,
    currencies,
    exceptCategories,
    exceptMerchants,
  }: TransactionFilter,
): (SQL | undefined)[] {
  return [
    oneOf(flows, (values) => inArray(columns.flow, values)),
    oneOf(categories, (values) => inArray(columns.category, values)),
    oneOf(merchants, (values) => inArray(columns.merchant, values)),
    oneOf(accountIds, (values) => inArray(columns.accountId, values)),
    oneOf(currencies, (values) => inArray(columns.currency, values)),
    oneOf(exceptCategories, (values) => notInArray(columns.category, values)),
    oneOf(exceptMerchants, (values) => notInArray(columns.merchant, values)),
  ];
}

function conditionsOf(filter: TransactionFilter): (SQL | undefined)[] {
  const { period, ids, pending, text } = filter;
  return [
    period && gte(transactions.date, period.start),
    period && lte(transactions.date, period.end),
    ...kindConditions(transactions, filter),
    // As one parameter: a weekly payment of many years has more rows than a statement may have parameters.
    oneOf(
      ids,
      (values) =>
        sql`${transactions.id} in (select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)::uuid)`,
    ),
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

/** Besides English ones, the only letters whose small form is an English letter: the dotted I and the sign for kelvin. */
const SMALL_IN_ENGLISH = ["\u0130", "\u212a"];

/**
 * `strpos`, not `like`: what is searched for is text, and `%` in it is a percent sign. English letters are compared without
 * the rules of all scripts, which take five times as long.
 */
function contains(column: typeof transactions.merchant | typeof transactions.description, text: string): SQL {
  const byAllRules = sql`strpos(${lowerCase(column)}, ${lowerCase(text)}) > 0`;
  if (!/^[\x20-\x7e]+$/.test(text)) return byAllRules;
  const inEnglish = sql`strpos(lower(${column} collate "C"), ${text.toLowerCase()}) > 0`;
  if (!/[ik]/i.test(text)) return inEnglish;
  const others = SMALL_IN_ENGLISH.map((letter) => sql`strpos(${column}, ${letter}) > 0`);
  return sql`(${inEnglish} or ((${sql.join(others, sql` or `)}) and ${byAllRules}))`;
}

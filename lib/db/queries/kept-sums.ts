import { and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { FlowSum, Grouping } from "../../domain/flow-sums";
import type { KnownDays } from "../../domain/known-days";
import type { TransactionFilter } from "../../domain/ledger";
import { coverBySpans, type Span, type SpanCover } from "../../domain/whole-spans";
import type { Executor } from "../client";
import { flowSums } from "../schema/flow-sums";
import { transactions } from "../schema/transactions";
import { countedRows, kindConditions, postedRows } from "./transaction-filter";

/** What is grouped by, in rows and in sums of them. */
const KEYS = {
  none: { row: sql`''`, sum: sql`''` },
  category: { row: sql`${transactions.category}`, sum: sql`${flowSums.category}` },
  merchant: { row: sql`${transactions.merchant}`, sum: sql`${flowSums.merchant}` },
  account: { row: sql`${transactions.accountId}::text`, sum: sql`${flowSums.accountId}::text` },
  month: {
    row: sql`to_char(${transactions.date}, 'YYYY-MM')`,
    sum: sql`to_char(${flowSums.firstDate}, 'YYYY-MM')`,
  },
} satisfies Partial<Record<Grouping, { row: SQL; sum: SQL }>>;

type KeptGrouping = keyof typeof KEYS;

/** How a question is answered from kept sums. */
type KeptCover = SpanCover & { groupBy: KeptGrouping; span: Span };

/** Null where kept sums do not know what is asked for, or do not help: then the rows themselves are summed. */
export function keptCover(filter: TransactionFilter, groupBy: Grouping, known: KnownDays): KeptCover | null {
  const { period, text, ids, minUnits, maxUnits, pending } = filter;
  if (groupBy === "week" || groupBy === "day") return null;
  if (text || ids?.length || minUnits !== undefined || maxUnits !== undefined || pending) return null;
  const span = ofMerchants(filter, groupBy) ? "year" : "month";
  if (span === "year" && groupBy === "month") return null;
  if (period === undefined) return { groupBy, span, whole: null, more: [], less: [] };
  const cover = coverBySpans(period, span, known);
  return cover.whole && { groupBy, span, ...cover };
}

/** Months are kept of all merchants together. */
const ofMerchants = ({ merchants, exceptMerchants }: TransactionFilter, groupBy: Grouping): boolean =>
  groupBy === "merchant" || Boolean(merchants?.length) || Boolean(exceptMerchants?.length);

/** Kept sums, more or less some rows at the edges, and what is pending: of that nothing is kept. */
export async function sumKept(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  { groupBy, span, whole, more, less }: KeptCover,
): Promise<FlowSum[]> {
  const key = KEYS[groupBy];
  const edge = (period: TransactionFilter["period"], sign: 1 | -1) =>
    rowsAsSums(key.row, sign, postedRows(userId, { ...filter, period }));
  const parts = [
    sumsOf(userId, filter, { key: key.sum, span, whole }),
    ...more.map((period) => edge(period, 1)),
    ...less.map((period) => edge(period, -1)),
    ...(filter.pending === undefined
      ? [rowsAsSums(key.row, 1, countedRows(db, userId, { ...filter, pending: true }))]
      : []),
  ];
  const sums = await db.execute<Record<keyof FlowSum, string> & Pick<FlowSum, "flow">>(sql`
    select flow, key, currency, sum(net) as "netMinor", sum(money_in) as "inMinor", sum(row_count) as "rowCount",
      sum(in_count) as "inCount", sum(out_count) as "outCount"
    from (${sql.join(parts, sql` union all `)}) parts
    group by flow, key, currency
    having sum(row_count) > 0`);
  return sums.map(({ flow, key, currency, ...amounts }) => ({
    flow,
    key,
    currency,
    netMinor: Number(amounts.netMinor),
    inMinor: Number(amounts.inMinor),
    rowCount: Number(amounts.rowCount),
    inCount: Number(amounts.inCount),
    outCount: Number(amounts.outCount),
  }));
}

function sumsOf(
  userId: string,
  filter: TransactionFilter,
  { key, span, whole }: { key: SQL; span: Span; whole: SpanCover["whole"] },
): SQL {
  const { flow, currency, netMinor, inMinor, rowCount, inCount, outCount } = flowSums;
  const amounts = {
    both: sql`${netMinor} as net, ${inMinor} as money_in, ${rowCount} as row_count, ${inCount} as in_count,
      ${outCount} as out_count`,
    in: sql`${inMinor} as net, ${inMinor} as money_in, ${inCount} as row_count, ${inCount} as in_count, 0 as out_count`,
    out: sql`${netMinor} - ${inMinor} as net, 0 as money_in, ${outCount} as row_count, 0 as in_count,
      ${outCount} as out_count`,
  }[filter.direction ?? "both"];
  return sql`
    select ${flow} as flow, ${key} as key, ${currency} as currency, ${amounts} from ${flowSums}
    where ${and(
      eq(flowSums.userId, userId),
      eq(flowSums.span, span),
      whole ? and(gte(flowSums.firstDate, whole.start), lte(flowSums.firstDate, whole.end)) : undefined,
      ...kindConditions(flowSums, filter),
    )}`;
}

function rowsAsSums(key: SQL, sign: 1 | -1, rows: SQL | undefined): SQL {
  const { flow, currency, amountMinor } = transactions;
  const signed = (value: SQL) => (sign === 1 ? value : sql`-(${value})`);
  return sql`
    select ${flow}, ${key}, ${currency}, ${signed(sql`${amountMinor}`)}, ${signed(sql`greatest(${amountMinor}, 0)`)},
      ${sql.raw(String(sign))}, ${signed(sql`(${amountMinor} > 0)::int`)}, ${signed(sql`(${amountMinor} < 0)::int`)}
    from ${transactions} where ${rows}`;
}

import { z } from "zod";
import type { FlowSummary as Result } from "../../contract/results/flow-summary";
import type { FlowSummary, FlowTotal } from "../../domain/flow-summary";
import {
  type FlowSum,
  GROUPINGS,
  type Grouping,
  groupLabel,
  isTimeGrouping,
  withoutSums,
} from "../../domain/flow-sums";
import { summariseIncome } from "../../domain/income";
import { daysIn, knownPart, outside, wholeMonthsOf } from "../../domain/known-days";
import type { Ledger, TransactionFilter } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { roundedQuotient } from "../../domain/ratio";
import { summariseSpending } from "../../domain/spending";
import type { Transaction } from "../../domain/transaction";
import { evidenceOf } from "./evidence-of";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { ExclusionInput, resolveExclusions, resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const MAX_GROUPS = 50;
/** Enough to check a number by; `rowCount` says how many there are. Each answer is stored with them. */
const MAX_ROWS = 50;

export const FlowInput = {
  period: PeriodInput.describe(PERIOD_DESCRIPTION),
  groupBy: z.enum(GROUPINGS).nullish().describe("One amount per group besides the total."),
  ...ScopeInput,
  ...ExclusionInput,
  limit: z
    .int()
    .min(1)
    .max(MAX_GROUPS)
    .nullish()
    .describe("At most so many groups: the largest, or the latest months, weeks or days."),
};
const FlowInputSchema = z.object(FlowInput);
type FlowInput = z.infer<typeof FlowInputSchema>;

const SUMMARISE = { spending: summariseSpending, income: summariseIncome };
type Flow = keyof typeof SUMMARISE;

/**
 * One flow of a period in total, in groups and on average, summed by the database. The rows behind it, largest first, are
 * for the client: see ./purser-tool.ts.
 * @throws {ToolProblem} for a bad period or an unknown name
 */
export async function summarizeFlow(
  ledger: Ledger,
  flow: Flow,
  input: FlowInput,
  amounts: TransactionFilter = {},
): Promise<Omit<Result, "definition">> {
  const [period, scope, excluded] = await Promise.all([
    toPeriod(input.period, ledger),
    resolveScope(input, ledger),
    resolveExclusions(input, ledger),
  ]);
  const { filters, ...included } = scope;
  const filter = { ...included, ...excluded.filter, ...amounts, period, flows: [flow] };
  const groupBy = input.groupBy ?? "none";
  const [evidence, sums, rows, accounts] = await Promise.all([
    evidenceOf(ledger, { accountIds: scope.accountIds, period }),
    ledger.sums(filter, groupBy),
    ledger.transactions(filter, { order: "largest", limit: MAX_ROWS }),
    ledger.accounts(),
  ]);
  const { currencies } = await ledger.coverage();
  const summary = SUMMARISE[flow](sums, groupBy);
  const known = { firstDate: evidence.dataFrom, today: ledger.today };
  const averages = await averagesOf({ ledger, flow, filter, groupBy, known, sums });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const limit = input.limit ?? MAX_GROUPS;
  return {
    ...evidence,
    period,
    groupBy,
    filters: { ...filters, ...(excluded.labels && { exclude: excluded.labels }) },
    totals: withZero(summary.totals, currencies).map(({ amountMinor, currency }) =>
      toMoney(amountMinor, currency),
    ),
    groups: (isTimeGrouping(groupBy) ? summary.groups.slice(-limit) : summary.groups.slice(0, limit)).map(
      (group) => toGroup(group, groupLabel(groupBy, group.key, names), averages),
    ),
    groupCount: summary.groups.length,
    statistics: await Promise.all(
      summary.totals.map((total) => statisticsOf(total, { ledger, flow, filter, rows, averages })),
    ),
    averagedOver: averages.over,
    rowCount: summary.rowCount,
    rows: rows.map(toRow),
  };
}

type Averages = {
  over: NonNullable<Result["averagedOver"]>;
  /** Of the whole months; null when there are none. */
  months: FlowSummary | null;
};

type Asked = {
  ledger: Ledger;
  flow: Flow;
  filter: TransactionFilter & { period: { start: string; end: string } };
  groupBy: Grouping;
  known: { firstDate: string | null; today: string };
  sums: FlowSum[];
};

async function averagesOf({ ledger, flow, filter, groupBy, known, sums }: Asked): Promise<Averages> {
  const days = knownPart(filter.period, known);
  const whole = wholeMonthsOf(filter.period, known);
  const over = {
    days: days ? daysIn(days) : 0,
    months: whole?.months ?? 0,
    monthsPeriod: whole?.period ?? null,
  };
  if (whole === null) return { over, months: null };
  // What is asked for is mostly whole months but for some days: those are read again, not all the months.
  const others = await Promise.all(
    outside(filter.period, whole.period).map((period) => ledger.sums({ ...filter, period }, groupBy)),
  );
  const inMonths = withoutSums(sums, others.flat());
  const grouping = isTimeGrouping(groupBy) ? "none" : groupBy;
  return { over, months: SUMMARISE[flow](inMonths, grouping) };
}

function toGroup(group: FlowSummary["groups"][number], label: string, { over, months }: Averages) {
  const { key, currency, amountMinor, rowCount, share } = group;
  const inMonths = months?.groups.find((other) => other.key === key && other.currency === currency);
  const average = inMonths && toMoney(roundedQuotient(inMonths.amountMinor, over.months), currency);
  const amount = toMoney(amountMinor, currency);
  return { key, label, amount, rowCount, share, ...(average && { averagePerMonth: average }) };
}

async function statisticsOf(
  total: FlowTotal,
  of: Pick<Asked, "ledger" | "flow" | "filter"> & { rows: Transaction[]; averages: Averages },
): Promise<NonNullable<Result["statistics"]>[number]> {
  const { currency, amountMinor, count, reversalCount, reversedMinor } = total;
  const { over, months } = of.averages;
  const average = (minor: number, parts: number) =>
    parts === 0 ? null : toMoney(roundedQuotient(minor, parts), currency);
  const inMonths = months?.totals.find((other) => other.currency === currency)?.amountMinor ?? 0;
  const [largest, smallest] = await Promise.all([edge("largest", total, of), edge("smallest", total, of)]);
  return {
    currency,
    count,
    average: average(amountMinor + reversedMinor, count),
    reversalCount,
    reversed: toMoney(reversedMinor, currency),
    averagePerDay: average(amountMinor, over.days),
    averagePerMonth: average(inMonths, over.months),
    largest: largest ? toRow(largest) : null,
    smallest: smallest ? toRow(smallest) : null,
  };
}

/** The largest or smallest purchase or payment; mostly it is among the rows at hand. */
async function edge(
  order: "largest" | "smallest",
  { currency, count, rowCount }: FlowTotal,
  { ledger, flow, filter, rows }: Pick<Asked, "ledger" | "flow" | "filter"> & { rows: Transaction[] },
): Promise<Transaction | undefined> {
  if (count === 0) return undefined;
  const direction = flow === "spending" ? "out" : "in";
  const here = rows.filter(
    (row) => row.currency === currency && (direction === "out" ? row.amountMinor < 0 : row.amountMinor > 0),
  );
  if (order === "largest" && here[0]) return here[0];
  const areAllHere = rows.filter((row) => row.currency === currency).length === rowCount;
  if (areAllHere) return here.at(-1);
  const [found] = await ledger.transactions(
    { ...filter, direction, currencies: [currency] },
    { order, limit: 1 },
  );
  return found;
}

/** Nothing spent is an amount too: zero in the person's main currency. */
function withZero(totals: { amountMinor: number; currency: string }[], currencies: string[]) {
  const [main] = currencies;
  return totals.length === 0 && main ? [{ amountMinor: 0, currency: main }] : totals;
}

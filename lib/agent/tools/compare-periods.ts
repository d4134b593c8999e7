import { z } from "zod";
import type { CalendarDate, Period } from "../../contract/money";
import type { ComparisonResult } from "../../contract/results/comparison-result";
import { formatDate } from "../../domain/calendar";
import { comparedPeriods, RELATIVE_PERIODS } from "../../domain/compared-periods";
import {
  type Change,
  COMPARED_METRICS,
  COMPARISON_DEFINITION,
  changesOf,
  flowsOf,
} from "../../domain/comparison";
import { groupLabel } from "../../domain/flow-sums";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { formatPeriod } from "../../domain/period";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { ExclusionInput, resolveExclusions, resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const MAX_GROUPS = 50;
const USUAL_GROUPS = 10;
const MAX_ROWS_EACH = 25;

const ComparePeriodsInput = z.object({
  period: PeriodInput.describe(`The later period. ${PERIOD_DESCRIPTION}`),
  against: z
    .union([z.enum(RELATIVE_PERIODS), PeriodInput])
    .nullish()
    .describe("What it is compared with: the period just before it when left out."),
  metric: z.enum(COMPARED_METRICS).nullish().describe("Spending when left out; net is income less spending."),
  groupBy: z
    .enum(["none", "category", "merchant", "account"])
    .nullish()
    .describe("Also what changed most, per such a group; per category when left out."),
  ...ScopeInput,
  ...ExclusionInput,
  limit: z
    .int()
    .min(1)
    .max(MAX_GROUPS)
    .nullish()
    .describe(`At most so many groups, ${USUAL_GROUPS} when left out.`),
});
type Input = z.infer<typeof ComparePeriodsInput>;

/** Two periods side by side, what changed in total and where. @throws {ToolProblem} for a bad period or name */
export async function comparePeriods(ledger: Ledger, input: Input): Promise<ComparisonResult> {
  const [compared, scope, excluded, accounts] = await Promise.all([
    periodsOf(input, ledger),
    resolveScope(input, ledger),
    resolveExclusions(input, ledger),
    ledger.accounts(),
  ]);
  const metric = input.metric ?? "spending";
  const groupBy = input.groupBy ?? "category";
  const { filters, ...included } = scope;
  const filter = { ...included, ...excluded.filter, flows: flowsOf(metric) };
  const ask = (period: Period) =>
    Promise.all([
      ledger.sums({ ...filter, period }, groupBy),
      ledger.transactions({ ...filter, period }, { order: "largest", limit: MAX_ROWS_EACH }),
      ledger.caveats({ accountIds: scope.accountIds, period }),
    ]);
  const [[now, rows, caveats], [before, rowsBefore, caveatsBefore], coverage] = await Promise.all([
    ask(compared.period),
    ask(compared.against),
    ledger.coverage(scope.accountIds),
  ]);
  const changes = changesOf(now, before, metric);
  const ungrouped = [now, before].map((sums) => sums.map((sum) => ({ ...sum, key: "" })));
  const [main] = coverage.currencies;
  const totals = changesOf(ungrouped[0] ?? [], ungrouped[1] ?? [], metric);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const said = [...new Set([...partsOf(compared, coverage.firstDate), ...caveats, ...caveatsBefore])];
  return {
    kind: "comparison",
    definition: COMPARISON_DEFINITION,
    asOf: coverage.asOf,
    dataFrom: coverage.firstDate,
    ...(said.length > 0 && { caveats: said }),
    metric,
    ...compared,
    groupBy,
    filters: { ...filters, ...(excluded.labels && { exclude: excluded.labels }) },
    totals: (totals.length === 0 && main ? [nothingIn(main)] : totals).map(toChange),
    groups: (groupBy === "none" ? [] : changes.slice(0, input.limit ?? USUAL_GROUPS)).map((change) => ({
      key: change.key,
      label: groupLabel(groupBy, change.key, names),
      ...toChange(change),
    })),
    groupCount: groupBy === "none" ? 0 : changes.length,
    rowCount: [...now, ...before].reduce((count, sum) => count + sum.rowCount, 0),
    rows: [...rows, ...rowsBefore].map(toRow),
  };
}

async function periodsOf({ period, against }: Input, ledger: Ledger) {
  const isRelative = RELATIVE_PERIODS.find((name) => name === (against ?? "previous_period"));
  const asked = {
    period: await toPeriod(period, ledger),
    name: typeof period === "string" ? period : undefined,
    against: isRelative ?? (await toPeriod(PeriodInput.parse(against), ledger)),
  };
  return comparedPeriods(asked, ledger.today);
}

/** What makes the two unlike: said with the numbers, because it cannot be seen from them. */
function partsOf(
  { period, against, isSameDays }: ReturnType<typeof comparedPeriods>,
  firstDate: CalendarDate | null,
): string[] {
  const cut = isSameDays
    ? [
        `The period is not over, so the same days are compared: ${formatPeriod(period)} with ${formatPeriod(against)}.`,
      ]
    : [];
  const partly = [period, against].filter(({ start }) => firstDate !== null && start < firstDate);
  return [
    ...cut,
    ...partly.map(
      (one) =>
        `Your data begins on ${formatDate(firstDate ?? "")}, so ${formatPeriod(one)} is not all there.`,
    ),
  ];
}

const nothingIn = (currency: string): Change => ({
  key: "",
  currency,
  nowMinor: 0,
  beforeMinor: 0,
  deltaMinor: 0,
  percent: null,
});

function toChange({ currency, nowMinor, beforeMinor, deltaMinor, percent }: Change) {
  const direction = deltaMinor === 0 ? "same" : deltaMinor > 0 ? "up" : "down";
  return {
    now: toMoney(nowMinor, currency),
    before: toMoney(beforeMinor, currency),
    change: toMoney(deltaMinor, currency),
    percent,
    direction: direction as "same" | "up" | "down",
  };
}

export const comparePeriodsTool = () =>
  purserTool({
    name: "compare_periods",
    description:
      "Compares spending, income or net of two periods: both totals, the change and its percentage, and the categories, merchants or accounts that changed most. The way to answer why something went up or down. A period in progress is compared with the same days of the other one.",
    schema: ComparePeriodsInput,
    run: ({ ledger }, input) => comparePeriods(ledger, input),
  });

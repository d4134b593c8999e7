import { z } from "zod";
import type { NetWorthResult } from "../../contract/results/net-worth-result";
import { formatDate } from "../../domain/calendar";
import { NET_WORTH_DEFINITION, netWorthSeries } from "../../domain/daily-balances";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import {
  INTERVALS,
  type NetWorthOfCurrency,
  netWorthPoints,
  usualInterval,
} from "../../domain/net-worth-points";
import { untilToday } from "../../domain/period";
import { percentOf } from "../../domain/ratio";
import { evidenceOf, withCaveats } from "./evidence-of";
import { PERIOD_DESCRIPTION, PeriodInput, toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { ToolProblem } from "./tool-problem";

/** More are no longer read by anybody; a chart of them has fewer pixels. */
const MAX_POINTS = 400;

const GetNetWorthHistoryInput = z.object({
  period: PeriodInput.describe(`${PERIOD_DESCRIPTION} One day for a balance on a date.`),
  interval: z
    .enum(INTERVALS)
    .nullish()
    .describe("One point per day, week or month; fitting the period when left out."),
  accounts: ScopeInput.accounts,
});

/** Owned less owed at the end of days, of all accounts or of some, by definition net_worth.v1. @throws {ToolProblem} */
export async function getNetWorthHistory(
  ledger: Ledger,
  input: z.infer<typeof GetNetWorthHistoryInput>,
): Promise<NetWorthResult> {
  const [asked, { accountIds, filters }] = await Promise.all([
    toPeriod(input.period, ledger),
    resolveScope({ accounts: input.accounts }, ledger),
  ]);
  if (asked.start > ledger.today) {
    throw new ToolProblem("future_period", "That time has not come: there are no balances of it.", {
      hint: "For what is to be expected use a forecast.",
    });
  }
  const period = untilToday(asked, ledger.today);
  const [evidence, balances] = await Promise.all([
    evidenceOf(ledger, { accountIds, period }),
    ledger.dailyBalances(period),
  ]);
  const mine = balances.filter(({ accountId }) => accountIds.length === 0 || accountIds.includes(accountId));
  const { days, knownFrom } = netWorthSeries(mine, period);
  const interval = input.interval ?? usualInterval(period);
  return {
    kind: "net_worth",
    definition: NET_WORTH_DEFINITION,
    ...withCaveats(evidence, guessed(period.start, knownFrom)),
    period,
    interval,
    filters: { accounts: filters.accounts },
    currencies: netWorthPoints(days, interval).map(toMoneys),
    knownFrom,
    rowCount: mine.length,
  };
}

const guessed = (start: string, knownFrom: string | null): string[] =>
  knownFrom !== null && start < knownFrom
    ? [
        `Before ${formatDate(knownFrom)} not all balances are known; they are taken to have been what they were when first known.`,
      ]
    : [];

function toMoneys({ currency, first, last, highest, lowest, points }: NetWorthOfCurrency) {
  const toPoint = ({ date, amountMinor }: NetWorthOfCurrency["first"]) => ({
    date,
    amount: toMoney(amountMinor, currency),
  });
  const change = last.amountMinor - first.amountMinor;
  return {
    currency,
    first: toPoint(first),
    last: toPoint(last),
    change: toMoney(change, currency),
    percent: percentOf(change, first.amountMinor),
    highest: toPoint(highest),
    lowest: toPoint(lowest),
    points: points.slice(-MAX_POINTS).map(toPoint),
  };
}

export const getNetWorthHistoryTool = () =>
  purserTool({
    name: "get_net_worth_history",
    description:
      "Net worth, or the balance of some accounts, over time: at the first and last day of a period, the change, highest and lowest, and a point per day, week or month. Also the balance on a past date.",
    schema: GetNetWorthHistoryInput,
    run: ({ ledger }, input) => getNetWorthHistory(ledger, input),
  });

import type { CalendarDate } from "../../../contract/money";
import type { NetWorthResult } from "../../../contract/results/net-worth-result";
import { addMonths, formatDate } from "../../../domain/calendar";
import type { PeriodInput } from "../../tools/period-input";
import { drawnLine } from "../answers/contrasts";
import { asOfLine, bold, inPeriod, joinWords, paragraphs, plainName, table } from "../answers/wording";
import { chartCall } from "../calculations";
import { findAccountScope } from "../find-accounts";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const HISTORY =
  /\b(?:chang\w+|grow\w*|grew|grown|develop\w*|increas\w*|decreas\w*|over time|history|trend\w*|went|gone|go|risen|rise|fall\w*|fell|evol\w+|progress\w*|up or down|up|down|richer|poorer|wealthier|better off|worse off|since|versus|vs|compare[ds]?|than|ago|gain(?:ed)?|los[et]|lost|past|so far|changed?|draw|visuali[sz]e|line|highest|lowest|peak|chart|graph|plot)\b/;

/** What accounts are called in the tool's own terms. */
const ACCOUNTS: Record<string, string[]> = {
  savings: ["savings"],
  checking: ["checking"],
  credit: ["credit card"],
  investment: ["brokerage"],
  cash: ["checking", "savings"],
  cash_total: ["checking", "savings"],
};

type Asked = {
  period: PeriodInput;
  accounts: string[];
  edge: "start" | "end" | undefined;
  isHistory: boolean;
  chart: boolean;
};

/** Net worth or balances of other times than now: on a day, and how they went. */
export const netWorth = topic<Asked>({
  name: "net_worth",
  read,
  plan: ({ period, accounts, edge }) => [
    {
      name: "get_net_worth_history",
      args: { period: edge ? edgeOf(period, edge) : period, ...(accounts.length > 0 && { accounts }) },
    },
  ],
  further: ({ chart }, results) =>
    chart
      ? resultsOf(results, "net_worth").map((result) =>
          chartCall("line", result, {
            list: `currencies[${mainOf(result)}].points`,
            value: "amount",
            title: "Net worth",
          }),
        )
      : [],
  answer: ({ isHistory }, results, facts) => {
    const [result] = resultsOf(results, "net_worth");
    if (!result) return "";
    const { accounts } = result.filters;
    const what =
      accounts.length > 0 ? `the balance of ${joinWords(accounts.map(plainName))}` : "your net worth";
    const isDay = result.period.start === result.period.end;
    return paragraphs(
      ...result.currencies
        .toSorted((a, b) => Math.abs(b.last.amount.amountMinor) - Math.abs(a.last.amount.amountMinor))
        .map(({ first, last, change, percent, highest, lowest, points }) =>
          isDay || (!isHistory && first.date === last.date)
            ? `On ${formatDate(last.date)} ${what} was ${bold(last.amount.formatted)}.`
            : paragraphs(
                `${inPeriod(result.period).replace(/^./, (letter) => letter.toUpperCase())}, ${what} went from ${bold(first.amount.formatted)} on ${formatDate(first.date)} to ${bold(last.amount.formatted)} on ${formatDate(last.date)}: a change of ${bold(change.formatted)}${percent ? ` (${percent.formatted})` : ""}.`,
                `Highest: ${highest.amount.formatted} on ${formatDate(highest.date)}. Lowest: ${lowest.amount.formatted} on ${formatDate(lowest.date)}.`,
                points.length > 2 &&
                  points.length <= 14 &&
                  table(
                    ["Date", "Amount"],
                    points.map(({ date, amount }) => [formatDate(date), amount.formatted]),
                  ),
              ),
        ),
      drawnLine(results),
      [
        result.knownFrom &&
          result.knownFrom > result.period.start &&
          `Balances are known from ${formatDate(result.knownFrom)} on.`,
        asOfLine(result.asOf, facts),
      ]
        .filter(Boolean)
        .join(" "),
    );
  },
});

function read(parsed: ParsedQuestion): Asked | undefined {
  const { plain, periods, wishes, today } = parsed;
  const isWorth =
    /\bnet ?worth\b|\b(?:richer|poorer|wealthier|wealth)\b|\bfinancially (?:better|worse)\b|\bassets\b.*\bliabilities\b|\b(?:am|was|were) (?:i|we) worth\b|\bassets\b.*\bdebts?\b/.test(
      plain,
    );
  const scope = isWorth ? "net_worth" : (findAccountScope(plain) ?? grownScope(plain));
  if (!scope || /\bnext\b|\btomorrow\b/.test(plain)) return undefined;
  if (ASSETS_AND_DEBTS.test(plain) && periods.length === 0) return undefined;
  const isHistory = HISTORY.test(plain);
  const [period] = periods;
  const isPast = period !== undefined && period !== "today";
  const isYearAgo = /\b(?:a|one|1) year ago\b/.test(plain);
  if (!isPast && !(isWorth && isHistory) && !isYearAgo) return undefined;
  const edge = edgeIn(plain);
  return {
    period: isPast ? upToNow(period, parsed) : unsaid(plain, today),
    accounts: wishes.accounts.length > 0 ? wishes.accounts : (ACCOUNTS[scope] ?? []),
    edge: isHistory || /\bsince\b/.test(plain) ? undefined : edge,
    isHistory,
    chart: wishes.chart !== undefined,
  };
}

/** "Richer than last month" is from the same day of then until now. */
function upToNow(period: PeriodInput, { plain, today }: ParsedQuestion): PeriodInput {
  const months =
    period === "last_month" ? 1 : period === "last_quarter" ? 3 : period === "last_year" ? 12 : 0;
  return months > 0 && /\b(?:than|compared (?:to|with)|versus|vs|against)\b/.test(plain)
    ? { start: addMonths(today, -months), end: today }
    : period;
}

/** No period was named: that day a year ago, all time for a peak, else the year up to now. */
function unsaid(plain: string, today: CalendarDate): PeriodInput {
  const yearAgo = addMonths(today, -12);
  if (/\b(?:highest|lowest|peak\w*|best|worst|ever|record)\b/.test(plain)) return "all_time";
  const isThatDay = /\b(?:a|one|1) year ago\b/.test(plain) && !CHANGES.test(plain);
  return { start: yearAgo, end: isThatDay ? yearAgo : today };
}

const CHANGES =
  /\b(?:chang\w+|grow\w*|grew|grown|increas\w*|decreas\w*|went|gone|risen|rise|fall\w*|fell|up|down|richer|poorer|wealthier|better|worse|since|than|compare[ds]?|now|more|less)\b/;
const ASSETS_AND_DEBTS =
  /^(?:\w+ )*?(?:assets|debts|liabilities) (?:vs\.?|versus|and|against|less|minus) (?:my )?(?:assets|debts|liabilities)[ ?.!]*$/;

/** "How did my savings grow this year?" */
const grownScope = (plain: string): string | undefined =>
  /\b(?:grow\w*|grew|develop\w*|chang\w+|increas\w+|evolv\w+)\b/.test(plain) &&
  !/\b(?:spen[dt]\w*|rate)\b/.test(plain)
    ? {
        savings: "savings",
        checking: "checking",
        brokerage: "investment",
        portfolio: "investment",
        investments: "investment",
      }[/\b(savings|checking|brokerage|portfolio|investments)\b/.exec(plain)?.[1] ?? ""]
    : undefined;

/** The currency that most is held in. */
function mainOf({ currencies }: NetWorthResult): number {
  const sizes = currencies.map(({ last }) => Math.abs(last.amount.amountMinor));
  return sizes.indexOf(Math.max(...sizes));
}

function edgeIn(plain: string): "start" | "end" | undefined {
  if (/\b(?:end|close) of\b|\bas of\b/.test(plain)) return "end";
  return /\b(?:start|beginning) of\b/.test(plain) ? "start" : undefined;
}

/** A named period stands as it is: the answer gives both its ends. */
function edgeOf(period: PeriodInput, edge: "start" | "end"): PeriodInput {
  if (typeof period === "string") return period;
  const day: CalendarDate = period[edge];
  return { start: day, end: day };
}

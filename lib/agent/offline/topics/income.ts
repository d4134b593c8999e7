import type { IncomeResult } from "../../../contract/results/income-result";
import type { Grouping } from "../../../domain/flow-sums";
import type { PeriodInput } from "../../tools/period-input";
import { answerAverage } from "../answers/averages";
import { contrastLine, drawnLine } from "../answers/contrasts";
import {
  asOfLine,
  boldMoney,
  countOf,
  inPeriod,
  joinWords,
  limitsOf,
  paragraphs,
  plainName,
  table,
  withoutWhat,
} from "../answers/wording";
import { calculation, chartCall, contrastCalls } from "../calculations";
import { COMPARING, EACH, EXCLUDING } from "../find-unread";
import type { ParsedQuestion } from "../parsed-question";
import type { Average, Subject } from "../question";
import { exclusionOf } from "../scopes";
import { comparedPeriods, earned } from "../to-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

type Asked = {
  periods: PeriodInput[];
  isAssumed: boolean;
  groupBy: Grouping;
  average: Average | undefined;
  categories: string[];
  excluded: Subject[];
  accounts: string[];
  chart: "bar" | "line" | "donut" | undefined;
};

/** Income in total, in groups, on average and compared. Single payments: see ./flows.ts. */
export const income = topic<Asked>({
  name: "income",
  isAbout: ({ wishes }) => wishes.isIncome,
  read,
  goOn: changed,
  takesIn: (_, { periods, excluded }) => [
    EACH,
    ...(excluded.length > 0 ? [EXCLUDING] : []),
    ...(periods.length > 1 ? [COMPARING] : []),
    /by (?:day|week|account)s?/,
  ],
  plan: ({ periods, groupBy, categories, excluded, accounts }) =>
    periods.map((period) => ({
      name: "summarize_income",
      args: {
        period,
        ...(categories.length > 0 && { categories }),
        ...exclusionOf(excluded),
        ...(accounts.length > 0 && { accounts }),
        ...(groupBy !== "none" && { groupBy }),
      },
    })),
  further: ({ chart, average }, results) => {
    const totals = resultsOf(results, "income");
    const [first] = totals;
    if (first && average === "week") {
      return calculation(
        "Average per week",
        first,
        first,
        (a) => `${a} / ${first.ref}.averagedOver.days * 7`,
        "money",
      );
    }
    const drawn =
      chart && first && first.groups.length > 1 ? [chartCall(chart, first, { title: "Income" })] : [];
    return [...contrastCalls(totals), ...drawn];
  },
  answer: ({ average, isAssumed }, results, facts) => {
    const totals = resultsOf(results, "income");
    const [first] = totals;
    if (!first) return "";
    return paragraphs(
      average && answerAverage(average, first, results),
      ...totals.map((result) => answerOne(result, facts)),
      totals.length > 1 && contrastLine(results),
      drawnLine(results),
      [
        isAssumed &&
          `You named no period, so this is ${average ? "the last twelve months" : "the current month so far"}.`,
        asOfLine(first.asOf, facts),
      ]
        .filter(Boolean)
        .join(" "),
    );
  },
});

/** "How does that compare to 2024?" adds a time; any other one takes the place of the one before. */
function changed(
  { wishes, periods, subjects, excluded, plain }: ParsedQuestion,
  previous: Asked,
): Asked | undefined {
  const categories = subjects.flatMap((subject) => subject.categories);
  const isOther =
    wishes.wantsRows ||
    wishes.wantsCount ||
    wishes.sort !== undefined ||
    (wishes.isSpending && !/\bhow much\b/.test(plain));
  if (isOther || (subjects.length > 0 && categories.length === 0)) return undefined;
  const isAdded = periods.length === 1 && COMPARES.test(plain);
  const named = isAdded ? [...previous.periods.slice(0, 1), ...periods] : periods;
  return {
    ...previous,
    periods: periods.length > 0 ? named : previous.periods,
    isAssumed: previous.isAssumed && periods.length === 0,
    groupBy: wishes.groupBy ?? (periods.length > 1 ? "none" : previous.groupBy),
    average: wishes.average ?? previous.average,
    categories: orBefore(categories, previous.categories),
    excluded: orBefore(excluded.map(earned), previous.excluded),
    accounts: orBefore(wishes.accounts, previous.accounts),
    chart: wishes.chart ?? previous.chart,
  };
}

const COMPARES = /\b(?:compar\w+|versus|vs|against|than|differen\w+)\b/;

function read(parsed: ParsedQuestion): Asked | undefined {
  const { plain, wishes, subjects } = parsed;
  const periods = comparedPeriods(parsed);
  const { wantsCount, wantsRows, sort, average, groupBy, chart } = wishes;
  if (wantsCount || sort !== undefined || wishes.isRefunds) return undefined;
  const isSpecial = average !== undefined || groupBy !== undefined || chart !== undefined;
  if (!isSpecial && (wantsRows || /\b(?:who|when|which|show|list)\b/.test(plain))) return undefined;
  const categories = subjects.flatMap((subject) => subject.categories);
  if (subjects.length > 0 && (categories.length === 0 || (!isSpecial && periods.length < 2)))
    return undefined;
  return toAsked({ periods, wishes, excluded: parsed.excluded.map(earned) }, categories);
}

/** What is left unsaid stays. */
const orBefore = <Value>(said: Value[], before: Value[]): Value[] => (said.length > 0 ? said : before);

function toAsked(
  { periods, wishes, excluded }: Pick<ParsedQuestion, "periods" | "wishes" | "excluded">,
  categories: string[],
): Asked {
  const { average, groupBy, chart } = wishes;
  return {
    periods: periods.length > 0 ? periods : [average ? "last_12_months" : "this_month"],
    isAssumed: periods.length === 0,
    groupBy: average !== undefined ? "none" : (groupBy ?? (chart ? "month" : "none")),
    average,
    categories,
    excluded,
    accounts: wishes.accounts,
    chart,
  };
}

function answerOne(result: IncomeResult, facts: Parameters<typeof limitsOf>[2]): string {
  const limits = limitsOf(result.period, result.dataFrom, facts);
  const isUnknown = result.period.end < (result.dataFrom ?? "") || result.period.start > facts.today;
  if (isUnknown) return limits.join(" ");
  const what =
    result.filters.categories.length > 0 ? joinWords(result.filters.categories).toLowerCase() : "income";
  return paragraphs(
    result.rowCount === 0
      ? `You received no ${what}${withoutWhat(result.filters.exclude)} ${inPeriod(result.period)}: ${boldMoney(result.totals)}.`
      : `You received ${boldMoney(result.totals)} of ${what}${withoutWhat(result.filters.exclude)} ${inPeriod(result.period)} (${countOf(result.rowCount, "transaction")}).`,
    result.groups.length > 0 &&
      table(
        ["From", "Amount", "Transactions"],
        result.groups.map(({ label, amount, rowCount }) => [
          plainName(label),
          amount.formatted,
          String(rowCount),
        ]),
      ),
    limits.join(" "),
  );
}

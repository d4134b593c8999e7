import type { CashFlowResult } from "../../../contract/results/cash-flow-result";
import type { PeriodInput } from "../../tools/period-input";
import { asOfLine, bold, countOf, inPeriod, limitsOf, paragraphs, table } from "../answers/wording";
import { chartCall } from "../calculations";
import { EXCLUDING } from "../find-unread";
import type { ParsedQuestion } from "../parsed-question";
import { comparedPeriods } from "../to-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_CASH_FLOW =
  /\bcash ?flow\b|\b(?:my|the) net (?:in|for|of|this|last|over|since|was|result)\b|\bwhat (?:is|was|were) my net[ ?]*(?=$|§|in |for )|\b(?:more|less) (?:did|do|have) (?:i|we) (?:earn\w*|ma[dk]e|spen[dt]) than (?:i |we |what i )?(?:earn\w*|ma[dk]e|spen[dt])|\bmoney (?:did|do) i (?:have|keep) (?:left|over)\b|\bwhat (?:was|is) left (?:over|of)\b|\b(?:keep|kept) of (?:my|what i)\b|\bmore (?:came|coming) in than\b|\bwent out than came in\b|\bnet (?:income|savings?|cash|result|gain|loss)\b|\bsavings? rate\b|\bleft ?over\b|\b(?:earn\w*|ma[dk]e) and (?:did i |i )?spen[dt]\b|\bspen[dt] and (?:did i |i )?(?:earn\w*|ma[dk]e)\b|\bhow (?:am i|are we) doing (?:financially|(?:with )?(?:my )?money|§|this|so far)|\bsurplus\b|\bdeficit\b|\bbreak even\b|\bin the (?:red|black)\b|\bwithin my means\b|\b(?:income|earnings|earned|money in|what i (?:earn|make|made)) (?:minus|less|vs\.?|versus|against|and|compared (?:to|with)) (?:my )?(?:spending|expenses|spent|money out|outgoings|what i spen[dt])\b|\b(?:spending|expenses|spent|money out) (?:minus|vs\.?|versus|against|compared (?:to|with)) (?:my )?(?:income|earnings|money in)\b|\bspen[dt](?:ing)? (?:more|less) than (?:i|we|what i) (?:am |have |had )?(?:earn\w*|ma[dk]e|making|bring\w*|brought|took|take|got|get|came)\b|\b(?:earn\w*|ma[dk]e|making) (?:more|less|enough) (?:than (?:i|we) spen[dt]\w*|to cover)\b|\b(?:did|do|have|am|are|can) (?:i|we) (?:actually |really |able to |even )?(?:save|saved|saving)\b|\bi(?:'m| am|'ve| have) (?:saved|saving)\b|\b(?:amount|much) (?:i|we) saved?\b|\b(?:of|from) (?:my|the) (?:income|pay|paychecks?|salary|earnings|wages)\b.*\b(?:sav\w+|keep|kept|left)\b|\b(?:come|came|coming|end|ended) (?:up |out )?(?:ahead|positive|negative)\b|\b(?:came|comes?|coming) in\b.*\b(?:went|goes|go|going) out\b|\bsav\w+ of my income\b|\bpercent\w* .*\bincome\b.*\b(?:sav\w+|keep|kept)\b|\b(?:money|much)\b.*\b(?:was|is|remain\w*|had|have) left (?:at the end|after|of my (?:pay|income))\b/;

type Asked = {
  periods: PeriodInput[];
  accounts: string[];
  isAverage: boolean;
  byMonth: boolean;
  chart: boolean;
};

/** What came in, what went out, what was left, and what part of income that is. */
export const cashFlow = topic<Asked>({
  read: (parsed) =>
    IS_CASH_FLOW.test(parsed.plain) && !/\bgoals?\b/.test(parsed.plain)
      ? {
          periods: periodsOf(parsed),
          accounts: parsed.wishes.accounts,
          isAverage: parsed.wishes.average !== undefined,
          byMonth: parsed.wishes.groupBy === "month",
          chart: parsed.wishes.chart !== undefined,
        }
      : undefined,
  takesIn: () => [
    EXCLUDING,
    /more|less|than|minus|vs|versus|left|not|same|within|between|compar\w+|each|every|per|last|end|higher|lower|better|worse/,
    /a (?:month|year)/,
  ],
  plan: ({ periods, accounts }) =>
    periods.map((period) => ({
      name: "get_cash_flow",
      args: { period, ...(accounts.length > 0 && { accounts }) },
    })),
  further: ({ chart }, results) =>
    chart
      ? resultsOf(results, "cash_flow")
          .slice(0, 1)
          .map((result) =>
            chartCall("bar", result, { list: "currencies[0].months", value: "net", title: "What was left" }),
          )
      : [],
  answer: (asked, results, facts) => {
    const found = resultsOf(results, "cash_flow");
    const [first] = found;
    return paragraphs(
      ...found.map((result) => answerOne(asked, result, facts)),
      first &&
        `Transfers between your own accounts and card payments count on neither side. ${asOfLine(first.asOf, facts)}`,
    );
  },
});

/** What is usual is not told by a month that has just begun. */
function periodsOf(parsed: ParsedQuestion): PeriodInput[] {
  const { average, groupBy } = parsed.wishes;
  if (parsed.periods.length > 0) return comparedPeriods(parsed);
  return average !== undefined || groupBy === "month" ? ["last_12_months"] : ["this_month"];
}

function answerOne(
  { isAverage, byMonth }: Asked,
  result: CashFlowResult,
  facts: Parameters<typeof limitsOf>[2],
): string {
  const limits = limitsOf(result.period, result.dataFrom, facts);
  if (result.period.end < (result.dataFrom ?? "")) return limits.join(" ");
  return paragraphs(
    ...result.currencies.map((one) => {
      const { income, spending, net, savingsRate, averagePerMonth, wholeMonths, months } = one;
      const isShort = net.amountMinor < 0;
      const rate = savingsRate ? `, a savings rate of ${bold(savingsRate.formatted)}` : "";
      const left = isShort
        ? `You spent more than you earned; the net is ${bold(net.formatted)}${rate}.`
        : `${bold(net.formatted)} was left${rate}.`;
      const average =
        isAverage && averagePerMonth
          ? `On average over ${countOf(wholeMonths, "whole month")}: ${averagePerMonth.income.formatted} earned, ${averagePerMonth.spending.formatted} spent, ${bold(averagePerMonth.net.formatted)} left per month.`
          : "";
      return paragraphs(
        average,
        `You earned ${bold(income.formatted)} and spent ${bold(spending.formatted)} ${inPeriod(result.period)}. ${left}`,
        (byMonth || (months.length > 2 && months.length < 13)) &&
          table(
            ["Month", "Income", "Spending", "Left"],
            months.map((month) => [
              month.label,
              month.income.formatted,
              month.spending.formatted,
              month.net.formatted,
            ]),
          ),
      );
    }),
    result.currencies.length === 0 && `There are no transactions ${inPeriod(result.period)}.`,
    limits.join(" "),
  );
}

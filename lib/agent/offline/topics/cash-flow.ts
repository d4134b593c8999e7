import type { CashFlowResult } from "../../../contract/results/cash-flow-result";
import type { PeriodInput } from "../../tools/period-input";
import { asOfLine, bold, countOf, inPeriod, limitsOf, paragraphs, table } from "../answers/wording";
import { chartCall } from "../calculations";
import { EXCLUDING } from "../find-unread";
import type { ParsedQuestion } from "../parsed-question";
import type { Subject } from "../question";
import { comparedPeriods } from "../to-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const SAVED =
  "(?:sav(?:e|ed|ing|es)|put(?:ting)? (?:aside|away|by)|set(?:ting)? aside|stash(?:ed|ing)?|keep|kept|pocket(?:ed)?|banked)";
const EARN =
  "(?:earn\\w*|ma[dk]e|making|bring(?:ing)? in|brought in|take in|took in|income|pay|paychecks?|salary|got in)";
const SPEND = "(?:spen[dt]\\w*|expenses?|outgoings|going out|went out|goes out|outflows?|out)";
const SAVING = new RegExp(
  [
    `\\b(?:i|we|i've|i'm) (?:\\w+ ){0,3}?${SAVED}\\b`,
    `\\b(?:which|what|best|worst) months?\\b.*\\b(?:${SAVED}|for saving|in the (?:red|black))\\b|\\b(?:good|bad|great) months? for (?:saving|my savings)\\b|\\b(?:best|worst) (?:saving|savings|month for saving)\\b`,
    `\\b(?:my|monthly|total) savings (?:this|last|in|per|for|each|so far|over|from|by month)\\b|\\bsavings (?:by|per|each) month\\b`,
    `\\b${EARN}\\b.*\\b(?:vs\\.?|versus|against|compared (?:to|with)|minus|less|and|or|than)\\b.*\\b${SPEND}\\b`,
    `\\b${SPEND}\\b.*\\b(?:vs\\.?|versus|against|compared (?:to|with)|minus|than)\\b.*\\b${EARN}\\b`,
    "\\b(?:money |cash )?in (?:vs\\.?|versus|and|&|/|minus|-) (?:money |cash )?out\\b|\\bins? and outs?\\b|\\binflows?\\b|\\boutflows?\\b",
    "\\b(?:overspen(?:d|t|ding)|living (?:within|beyond|above|below) (?:my|our) means|ahead or behind|in the (?:red|black)|(?:profit|loss) (?:for|in|this|last)|net (?:positive|negative|flow)|bottom line)\\b",
    "\\b(?:left|remain\\w*) (?:over|at the end|after (?:all )?(?:my |the )?(?:bills|expenses|spending|everything))\\b|\\bhow much (?:of (?:it|that) )?did i have left\\b|\\bhow much (?:money )?was (?:i )?left\\b|\\bmoney left (?:from|of|in|at)\\b",
    "\\b(?:average|monthly|yearly|annual|month by month|by month) (?:\\w+ )?savings\\b(?! (?:account|balance))|\\bincome (?:went|goes|go|going) (?:to|into|toward) savings\\b|\\bhow negative\\b",
    "\\bsaving (?:percentage|percent|ratio|rate)\\b|\\b(?:rate|percentage|percent|share|part|fraction|%) (?:of (?:my )?)?(?:savings|income (?:i )?sav\\w+|income .*\\bsav\\w+|pay .*\\b(?:sav\\w+|keep|kept))\\b",
    "\\b(?:percent|percentage|%|share|part|fraction|portion|proportion|much) of (?:my|our) (?:income|pay|salary|earnings|wages|paychecks?) (?:do|did|am|have|is|was|gets?|goes|went) (?:i |we )?(?:spen[dt]\\w*)",
    "\\bhow (?:is|are|was|were) my (?:finances|money|month|financial)\\b|\\bhow did (?:i|we) do\\b(?!.*\\b(?:budget|goal|on|at|invest\\w*|stocks?)\\b)|\\bfinancial (?:summary|overview|health|picture)\\b|\\boverview of my (?:finances|money)\\b",
  ].join("|"),
);
/** Saving that is about an account, an aim or a single thing. */
const NOT_FLOW =
  /\bgoals?\b|\bsav(?:e|ed|ing) (?:up )?(?:for|towards?|on|by|if)\b|\b(?:in|into|to|from|on) (?:my |the )?savings?(?! rate)\b|\b(?:could|would|should|might) (?:i|that) save\b|\bcan i save\b|\bsavings? (?:account|balance)\b|\bif i\b|\bi (?:want|need|would like) to save\b|\b(?:will|enough|afford|until|till|before)\b|\bbudgets?\b|\bsave \S+ \w* ?(?:for|by|towards?)\b|\bkeep (?:paying|getting|being|charging|track|up)\b/;

const IS_CASH_FLOW =
  /\bcash ?flow\b|\b(?:my|the) net (?:in|for|of|this|last|over|since|was|result)\b|\bwhat (?:is|was|were) my net[ ?]*(?=$|§|in |for )|\b(?:more|less) (?:did|do|have) (?:i|we) (?:earn\w*|ma[dk]e|spen[dt]) than (?:i |we |what i )?(?:earn\w*|ma[dk]e|spen[dt])|\bmoney (?:did|do) i (?:have|keep) (?:left|over)\b|\bwhat (?:was|is) left (?:over|of)\b|\b(?:keep|kept) of (?:my|what i)\b|\bmore (?:came|coming) in than\b|\bwent out than came in\b|\bnet (?:income|savings?|cash|result|gain|loss)\b|\bsavings? rate\b|\bleft ?over\b|\b(?:earn\w*|ma[dk]e) and (?:did i |i )?spen[dt]\b|\bspen[dt] and (?:did i |i )?(?:earn\w*|ma[dk]e)\b|\bhow (?:am i|are we) doing (?:financially|(?:with )?(?:my )?money|§|this|so far)|\bsurplus\b|\bdeficit\b|\bbreak even\b|\bin the (?:red|black)\b|\bwithin my means\b|\b(?:income|earnings|earned|money in|what i (?:earn|make|made)) (?:minus|less|vs\.?|versus|against|and|compared (?:to|with)) (?:my )?(?:spending|expenses|spent|money out|outgoings|what i spen[dt])\b|\b(?:spending|expenses|spent|money out) (?:minus|vs\.?|versus|against|compared (?:to|with)) (?:my )?(?:income|earnings|money in)\b|\bspen[dt](?:ing)? (?:more|less) than (?:i|we|what i) (?:am |have |had )?(?:earn\w*|ma[dk]e|making|bring\w*|brought|took|take|got|get|came)\b|\b(?:earn\w*|ma[dk]e|making) (?:more|less|enough) (?:than (?:i|we) spen[dt]\w*|to cover)\b|\b(?:did|do|have|am|are|can) (?:i|we) (?:actually |really |able to |even )?(?:save|saved|saving)\b|\bi(?:'m| am|'ve| have) (?:saved|saving)\b|\b(?:amount|much) (?:i|we) saved?\b|\b(?:of|from) (?:my|the) (?:income|pay|paychecks?|salary|earnings|wages)\b.*\b(?:sav\w+|keep|kept|left)\b|\b(?:come|came|coming|end|ended) (?:up |out )?(?:ahead|positive|negative)\b|\b(?:came|comes?|coming) in\b.*\b(?:went|goes|go|going) out\b|\bsav\w+ of my income\b|\bpercent\w* .*\bincome\b.*\b(?:sav\w+|keep|kept)\b|\b(?:money|much)\b.*\b(?:was|is|remain\w*|had|have) left (?:at the end|after|of my (?:pay|income))\b/;

type Asked = {
  periods: PeriodInput[];
  accounts: string[];
  isAverage: boolean;
  byMonth: boolean;
  chart: boolean;
  /** The month is asked in which most or least was left. */
  order: "most" | "least" | undefined;
};

const isCashFlow = ({ plain, subjects }: ParsedQuestion): boolean =>
  (IS_CASH_FLOW.test(plain) && !/\bgoals?\b/.test(plain)) ||
  (SAVING.test(plain) && !NOT_FLOW.test(plain) && !subjects.some(isNarrow));

/** "Did I spend more on coffee than tea" is no question of what was left. */
const isNarrow = ({ categories, phrase, isTypo }: Subject): boolean =>
  !isTypo && categories.length > 0 && !/\b(?:income|salary|pay\w*|savings?|wages|cash|money)\b/.test(phrase);

function orderIn(plain: string): Asked["order"] {
  if (!/\bmonths?\b/.test(plain)) return undefined;
  if (/\b(?:most|best|highest|biggest|largest)\b/.test(plain)) return "most";
  return /\b(?:least|worst|lowest|smallest|negative|red)\b/.test(plain) ? "least" : undefined;
}

/** What came in, what went out, what was left, and what part of income that is. */
export const cashFlow = topic<Asked>({
  name: "cash_flow",
  isAbout: isCashFlow,
  read: (parsed) => ({
    periods: periodsOf(parsed),
    accounts: parsed.wishes.accounts,
    isAverage: parsed.wishes.average !== undefined,
    byMonth:
      parsed.wishes.groupBy === "month" ||
      /\b(?:which|what|any|best|worst|each|every|per|by|months) months?\b/.test(parsed.plain),
    order: orderIn(parsed.plain),
    chart: parsed.wishes.chart !== undefined,
  }),
  takesIn: () => [
    EXCLUDING,
    /most|least|highest|lowest|biggest|largest|smallest|any|which months?|what months?|before|after|since|until|more|less|than|minus|vs|versus|left|not|same|within|between|compar\w+|each|every|per|last|end|higher|lower|better|worse/,
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

function extremeLine(
  months: CashFlowResult["currencies"][number]["months"],
  order: "most" | "least",
): string | undefined {
  const sorted = months.toSorted((a, b) => b.net.amountMinor - a.net.amountMinor);
  const one = order === "most" ? sorted[0] : sorted.at(-1);
  return one && months.length > 1
    ? `The ${order} was left in ${bold(one.label)}: ${bold(one.net.formatted)}.`
    : undefined;
}

/** What is usual is not told by a month that has just begun. */
function periodsOf(parsed: ParsedQuestion): PeriodInput[] {
  const { average, groupBy } = parsed.wishes;
  if (parsed.periods.length > 0) return comparedPeriods(parsed);
  return average !== undefined ||
    groupBy === "month" ||
    /\bmonths\b|\bwhich month\b|\bwhat month\b/.test(parsed.plain)
    ? ["last_12_months"]
    : ["this_month"];
}

function answerOne(
  { isAverage, byMonth, order }: Asked,
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
        order && extremeLine(months, order),
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

import type { DebtPayoffResult } from "../../../contract/results/debt-payoff-result";
import type { LiabilitiesResult } from "../../../contract/results/liabilities-result";
import { formatDate } from "../../../domain/calendar";
import { minorUnitExponent } from "../../../domain/money";
import { accountsMeant } from "../account-names";
import { asOfLine, bold, countOf, joinWords, paragraphs, plainName, plainText } from "../answers/wording";
import { amountIn } from "../beside";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_PAYOFF =
  /\bextra\b.*\b(?:loans?|cards?|debts?)\b|\b(?:loans?|cards?|debts?)\b.*\bextra\b|\bpa(?:y|ying|id|ys)\b(?: \w+){0,4}? (?:off|down)\b|\bpay-?off\b|\bdebt[- ]free\b|\bavalanche\b|\bsnowball\b|\b(?:until|till|before|when|how long|how many months)\b.*\b(?:loan|card|debts?)\b.*\b(?:gone|clear\w*|over|done|zero|paid)\b|\b(?:debts?|loans?|cards?)\b.*\bpaid first\b|\bwhich (?:debt|card|loan)\b.*\bfirst\b|\bget(?:ting)? (?:out of|rid of) (?:my )?debts?\b/;

const DEBT = "(?:loans?|cards?|debts?|mortgage|balance|it|them|owed?)";
/** "If I put 300 a month toward the card", "what interest would that cost". */
const PAYING = new RegExp(
  [
    "\\b(?:if|when|suppose|say|with|putting|put|paying|pay|throw(?:ing)?|at) .*\\d.*\\b(?:a|per|each|every) month\\b.*\\b(?:on|to|towards?|at|for) .*\\w",
    `\\b(?:if|when|suppose|say|putting|put|paying|pay|throw(?:ing)?) .*\\d.*\\b(?:on|to|towards?|at|into|off)\\b.*\\b${DEBT}\\b`,
    `\\b(?:clear|eliminate|kill|wipe out|get rid of|knock out|be rid of|finish paying|retire) .*\\b${DEBT}\\b`,
    "\\b(?:debt|loan|card|balance)s?\\b.*\\b(?:free|gone|cleared|zero|finished|done|strategy|plan|schedule|timeline)\\b|\\bdebt (?:plan|strategy|payoff|payments? plan)\\b",
    "\\bhow (?:many|long)\\b.*\\b(?:until|till|before|to)\\b.*\\b(?:gone|cleared|paid off|zero|debt[- ]free)\\b",
    "\\bout of debt\\b",
    "\\b(?:only|just) (?:pay|paying|make|making) (?:the )?minimums?\\b|\\bpay (?:only |just )?(?:the )?minimums?\\b|\\bminimums? only\\b",
    "\\b(?:interest|long|months|years|time)\\b.*\\bif i (?:only |just )?pa(?:y|id)\\b|\\bif i (?:only |just )?pa(?:y|id)\\b.*\\b(?:interest|long|months|years)\\b",
    "\\b(?:order|priority|prioriti[sz]e|tackle|attack|target|focus on)\\b.*\\b(?:debts?|loans?|cards?)\\b",
  ].join("|"),
);
const NO_PAYING =
  /\b(?:spen[dt]|goals?|sav\w+ (?:up )?(?:for|towards?|[$€£]?\d)|invest\w*|budget\w*|did|paid (?:me|for)|subscriptions?|rent|have i paid|dollars on)\b/;

type Asked = {
  plain: string;
  before: string;
  amount: number | undefined;
  isExtra: boolean;
  strategy: "avalanche" | "snowball";
};

const EXTRA = /\b(?:extra|additional(?:ly)?|on top|more)\b/;

/** How debts are paid off month by month, and in which order. */
export const debtPayoff = topic<Asked>({
  name: "debt_payoff",
  isAbout: ({ plain }) => IS_PAYOFF.test(plain) || (PAYING.test(plain) && !NO_PAYING.test(plain)),
  read: ({ plain, before, periods, today }) =>
    periods.every((period) => typeof period !== "string" && period.end > today)
      ? {
          plain,
          before,
          amount: amountIn(plain),
          isExtra: EXTRA.test(plain),
          strategy: /\bavalanche\b/.test(plain)
            ? "avalanche"
            : /\bsnowball\b|\bsmallest (?:debt|balance)? ?first\b/.test(plain)
              ? "snowball"
              : "avalanche",
        }
      : undefined,
  goOn: ({ plain }, previous) => {
    const amount = amountIn(plain);
    const strategy = /\bsnowball\b/.test(plain)
      ? "snowball"
      : /\bavalanche\b/.test(plain)
        ? "avalanche"
        : undefined;
    if (amount === undefined && strategy === undefined && !/\b(?:cards?|loans?|debts?|all)\b/.test(plain))
      return undefined;
    return {
      plain,
      before: `${previous.plain} ${previous.before}`,
      amount: amount ?? previous.amount,
      isExtra: EXTRA.test(plain) || (amount === undefined && previous.isExtra),
      strategy: strategy ?? previous.strategy,
    };
  },
  takesIn: () => "all",
  plan: () => [{ name: "get_liabilities", args: {} }],
  further: (asked, results) => {
    const [debts] = resultsOf(results, "liabilities");
    if (!debts) return [];
    const named = namedIn(asked, debts);
    const extra = extraOf(asked, debts, named);
    if (extra === undefined || extra < 0) return [];
    return [
      {
        name: "plan_debt_payoff",
        args: {
          strategy: asked.strategy,
          ...(extra > 0 && { extraPerMonth: extra }),
          ...(named.length > 0 && { accounts: named.map(({ name }) => name) }),
        },
      },
    ];
  },
  answer: (asked, results, facts) => {
    const [debts] = resultsOf(results, "liabilities");
    const [result] = resultsOf(results, "debt_payoff");
    if (!debts) return "";
    if (!result) return cannotPlan(asked, debts);
    return paragraphs(answerPlan(result, asked), asOfLine(result.asOf, facts));
  },
});

const namedIn = ({ plain, before }: Asked, { liabilities }: LiabilitiesResult) => {
  const named = accountsMeant({ plain, before }, liabilities);
  if (named.length > 0) return named;
  const type = /\bloan\b/.test(plain) ? "loan" : /\b(?:credit )?cards?\b/.test(plain) ? "credit" : undefined;
  return type ? liabilities.filter((one) => one.type === type) : [];
};

/** "200 a month" is all that is paid: the tool takes what goes beyond the minimum payments. */
function extraOf(
  { amount, isExtra }: Asked,
  { liabilities }: LiabilitiesResult,
  named: LiabilitiesResult["liabilities"],
): number | undefined {
  if (amount === undefined) return 0;
  if (isExtra) return amount;
  const minimums = (named.length > 0 ? named : liabilities).flatMap(
    ({ minimumPayment }) => minimumPayment ?? [],
  );
  const [first] = minimums;
  if (!first) return amount;
  const scale = 10 ** minorUnitExponent(first.currency);
  const minimum = minimums.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (Math.round(amount * scale) - minimum) / scale;
}

function cannotPlan(asked: Asked, debts: LiabilitiesResult): string {
  const named = namedIn(asked, debts);
  const minimums = (named.length > 0 ? named : debts.liabilities).flatMap(({ name, minimumPayment }) =>
    minimumPayment ? [`${plainName(name)} ${bold(minimumPayment.formatted)}`] : [],
  );
  return minimums.length > 0
    ? `That is less than the minimum payments: ${joinWords(minimums)}.`
    : "I cannot plan that: your bank does not state what is owed or at what rate.";
}

function answerPlan(result: DebtPayoffResult, { plain }: Asked): string {
  const { plan, debts, saved, otherStrategy, leftOut, budgetPerMonth, strategy } = result;
  const order = debts.map(
    ({ name, plan: own }, index) =>
      `${index + 1}. ${plainName(name)}${own ? `: paid off in ${countOf(own.months, "month")}, on ${formatDate(own.payoffDate)}` : ""}`,
  );
  const [first] = debts;
  const isOrder = /\bfirst\b|\border\b|\bwhich\b|\bavalanche\b|\bsnowball\b/.test(plain);
  return paragraphs(
    isOrder && first && debts.length > 1 && `By ${strategy}, ${bold(plainName(first.name))} comes first.`,
    plan
      ? `With ${bold(budgetPerMonth.formatted)} a month, nothing is owed after ${bold(countOf(plan.months, "month"))}, on ${formatDate(plan.payoffDate)}. That costs ${bold(plan.interest.formatted)} of interest, ${plan.paid.formatted} in all.`
      : `With ${bold(budgetPerMonth.formatted)} a month the debt is never paid off: it does not cover the interest.`,
    debts.length > 1 && order.join("\n"),
    saved &&
      saved.months > 0 &&
      `Against minimum payments alone that saves ${countOf(saved.months, "month")} and ${saved.interest.formatted} of interest.`,
    otherStrategy &&
      debts.length > 1 &&
      `The other order${strategy === "avalanche" ? ", snowball," : ", avalanche,"} would cost ${otherStrategy.interest.formatted} of interest.`,
    leftOut.length > 0 &&
      leftOut.map(({ name, reason }) => `${plainName(name)} is left out: ${plainText(reason)}`).join(" "),
  );
}

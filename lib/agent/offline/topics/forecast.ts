import type { CurrencyForecast, ForecastResult } from "../../../contract/results/forecast-result";
import type { ToolResult } from "../../../contract/tool-result";
import { formatDate } from "../../../domain/calendar";
import { categoryLabel } from "../../../domain/categories";
import { matchNames } from "../../../domain/nearest-names";
import { answerAccounts } from "../answers/accounts";
import { asOfLine, bold, inPeriod, paragraphs, plainName } from "../answers/wording";
import { amountIn, subjectsBeside } from "../beside";
import { chartCall } from "../calculations";
import { daysAheadIn } from "../days-ahead";
import type { ParsedQuestion } from "../parsed-question";
import type { Subject } from "../question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const I = "(?:i|we|my|it|there|our)";
const UNTIL =
  "(?:until|till|til|to|before|by|next|end of|month|pay ?day|pay ?check|paid|below|above|negative|zero|overdraw\\w*|enough|left|for|on|in)";
/** How long money lasts, how much there will be, and whether something more can be paid. */
const IS_FORECAST = new RegExp(
  [
    "\\bafford\\b|\\broom for\\b|\\bhow low\\b|\\bsafe(?:ly)? to spend\\b|\\bsafely spend\\b|\\bspare (?:cash|money)\\b|\\bok(?:ay)? to (?:spend|buy)\\b|\\bsafe to (?:buy|spend)\\b",
    `\\b(?:can|could|may|should be able to) (?:i|we) (?:still |safely |realistically )?(?:buy|get|book|pay for|spend|splurge|swing)\\b`,
    "\\bwould (?:a|an|the)\\b.*\\b(?:be (?:ok(?:ay)?|fine|too much|possible)|fit|(?:break|ruin|sink|hurt|bankrupt) me)\\b|\\bif i (?:buy|bought|spen[dt])\\b|\\b(?:buying|spending) (?:a |an |another )?[$€£]?\\d.*\\b(?:ok(?:ay)?|fine|possible|broke|safe)\\b",
    "\\b(?:run(?:ning)?|go(?:ing)?|be|get(?:ting)?) (?:out|short|low|broke|negative|overdrawn|into (?:the )?(?:red|overdraft|minus))\\b|\\boverdr(?:aw\\w*|aft)\\b|\\bin the red (?:before|by|next|soon)\\b|\\b(?:hit|reach|touch|drop(?:s|ping)? to|below) zero\\b",
    "\\bforecast\\w*\\b|\\bproject(?:ed|ion)?s?\\b(?!.*\\b(?:spending|expenses)\\b)|\\bpredict\\w*\\b.*\\b(?:balance|account|checking|cash)\\b",
    "\\benough\\b.*\\b(?:for|to|until|till|in)\\b",
    `\\b(?:will|would|can|could|shall|should|am(?= (?:i|we) (?:going|likely|about|set) to)) ${I}\\b.*\\b(?:have|be|last|stay|make it|go|cover|drop|fall|left|get by|hold out|survive|ok(?:ay)?|fine|alright|good|run)\\b.*\\b${UNTIL}\\b`,
    "\\b(?:make|makes|making|made) it (?:to|until|till|through)\\b|\\b(?:last|stretch|survive|hold out|get by|get me|tide me over|okay?|fine|alright|good) (?:me )?(?:until|till|til|to|through) (?:the )?(?:next |my |end|pay|friday|month)",
    "\\bbalance\\b.*\\b(?:next|tomorrow|end of (?:the|this|next)|in \\w+ (?:days|weeks|months)|going to|will|by|month[- ]end|pay ?day|coming|ahead)\\b|\\bwhat will\\b.*\\b(?:balance|have|account|checking|savings|left)\\b|\\bwhere will (?:my|i|the|checking|savings)\\b.*\\b(?:balance|account|checking|be)\\b",
    `\\bhow much (?:money |cash )?(?:will|would|should|am) (?:i|we|be|there|my)\\b.*\\b(?:have|be|left|in)\\b`,
    "\\bcan i (?:make|cover|pay) (?:my |the |all )*(?:rent|bills|mortgage)\\b|\\b(?:upcoming|future|coming|expected) balances?\\b|\\bbalance (?:over|for) (?:the )?(?:next|coming)\\b",
    "\\bhow (?:much|long) (?:can i|will my)\\b|\\bcan i spend\\b|\\b(?:until|till|before) (?:i (?:get|am) (?:paid|broke)|i run out|my money (?:runs|is))\\b.*\\b(?:left|spend|have|safe)\\b|\\bhow much (?:is |do i have )?left (?:to spend )?(?:until|till|before) (?:my )?(?:next )?pay",
    "\\b(?:left|remain\\w*) (?:after|once) (?:\\w+ ){0,3}bills\\b|\\bafter (?:all )?(?:my |the )?bills\\b.*\\b(?:left|have|remain)\\b|\\bam i (?:going to be )?(?:ok(?:ay)?|good|fine|safe|covered) (?:until|till|for|to)\\b|\\b(?:lowest|low point|worst) .*\\b(?:going to|will|next|coming|ahead)\\b",
  ].join("|"),
);

const USUAL_DAYS = 31;
/** The tool looks no further. */
const MOST_DAYS = 180;

type Asked = {
  days: number;
  accounts: string[];
  price: number | undefined;
  bill: Subject | undefined;
  chart: boolean;
};

/** What will be on the accounts: whether it lasts, how low it falls, and whether something more can be paid. */
export const forecast = topic<Asked>({
  name: "forecast",
  isAbout: ({ plain }) => IS_FORECAST.test(plain) && !NO_FORECAST.test(plain.replace("can i spend", "")),
  read,
  goOn: ({ plain, wishes, today }, previous) => {
    const price = amountIn(plain);
    const days = daysAheadIn(plain, today);
    if (price === undefined && wishes.chart === undefined && days === undefined) return undefined;
    return {
      ...previous,
      days: Math.min(MOST_DAYS, days ?? previous.days),
      price: price ?? previous.price,
      chart: wishes.chart !== undefined,
    };
  },
  takesIn: () => "all",
  plan: ({ days, accounts, bill }) => [
    { name: "forecast_balance", args: { days, ...(accounts.length > 0 && { accounts }) } },
    ...(bill
      ? [
          { name: "get_accounts", args: { types: ["depository"], subtypes: ["checking"] } },
          { name: "list_recurring", args: { direction: "out" } },
        ]
      : []),
  ],
  further: ({ price, chart }, results) => {
    const [result] = resultsOf(results, "forecast");
    if (!result?.forecasts[0]) return [];
    const left = {
      name: "calculate",
      args: {
        title: "Left at the lowest",
        expression: `${result.ref}.forecasts[0].lowest.balance - ${price}`,
        unit: "money",
      },
    };
    const drawn = chartCall("line", result, {
      list: "forecasts[0].points",
      value: "expected",
      title: "Expected balance",
    });
    return [...(price === undefined ? [] : [left]), ...(chart ? [drawn] : [])];
  },
  answer: (asked, results, facts) => {
    const [result] = resultsOf(results, "forecast");
    if (!result) return "";
    return paragraphs(
      asked.bill && billLine(asked.bill, results, facts),
      asked.price !== undefined && priceLine(asked.price, result, results),
      ...result.forecasts.map((one) => outlook(one, result)),
      result.forecasts.length === 0 && "There is no cash account to look ahead at.",
      `Scheduled payments, regular income and usual spending are counted. ${asOfLine(result.asOf, facts)}`,
    );
  },
});

const NO_FORECAST =
  /\b(?:budgets?|goals?|did|spent|spend on|credit|limit|debts?|loan|pay ?off|paid off|owe|charged|billed|on (?:my |the )?(?:\w+ )?card|net ?worth|save|bills? (?:are|is) due|(?:going|coming|goes|comes) out)\b/;

function read(parsed: ParsedQuestion): Asked {
  const { plain, wishes } = parsed;
  const price =
    /\bafford\b|\b(?:can|could|may) (?:i|we) (?:buy|get|book|pay for|spend)\b|\broom for\b|\bwould (?:a|an|the)\b|\bhow low\b|\bcan i spend\b|\benough\b|\bbuy(?:ing)?\b|\bif i\b|\bspare\b|\bsafe\b|\bspend(?:ing)?\b|\bok(?:ay)? to\b|\bdrop\b|\bsplurge\b/.test(
      plain,
    )
      ? amountIn(plain)
      : undefined;
  const [bill] =
    /\benough\b|\bcover\b|\bafford\b/.test(plain) && price === undefined ? subjectsBeside(parsed, WORDS) : [];
  const days = daysAheadIn(plain, parsed.today) ?? USUAL_DAYS;
  return {
    // What is bought tomorrow must leave enough for what is due after it.
    days: Math.min(MOST_DAYS, Math.max(days, price === undefined ? 1 : USUAL_DAYS)),
    accounts:
      wishes.accounts.length > 0
        ? wishes.accounts
        : /\bsavings?\b/.test(plain) && !/\bchecking\b/.test(plain)
          ? ["savings"]
          : [],
    price,
    bill: bill?.categories.length || bill?.merchant ? bill : undefined,
    chart: wishes.chart !== undefined,
  };
}

const WORDS =
  /\b(?:enough|afford|cover|checking|account|money|cash|next|month(?:'s)?|week(?:'s)?|bills?|payments?|until|till|before|pay ?(?:check|day)|paid|can|will|still|balance|in the bank|bank|make|it|if|tomorrow|another|due|upcoming|my|'s|s)\b/g;

function outlook(one: CurrencyForecast, { period }: ForecastResult): string {
  const { start, end, lowest, runsOutOn, runsOutOnLow, nextIncome, usualSpending } = one;
  const accounts = one.accounts.map(plainName).join(" and ");
  return paragraphs(
    nextIncome &&
      (nextIncome.isEnoughBefore
        ? `Your money should last until ${plainName(nextIncome.name)} pays ${nextIncome.amount.formatted} on ${formatDate(nextIncome.date)}: before that it is lowest on ${formatDate(nextIncome.lowestBefore.date)} with ${bold(nextIncome.lowestBefore.balance.formatted)}.`
        : `Your money is expected to fall below zero before ${plainName(nextIncome.name)} pays ${nextIncome.amount.formatted} on ${formatDate(nextIncome.date)}; the lowest is ${bold(nextIncome.lowestBefore.balance.formatted)} on ${formatDate(nextIncome.lowestBefore.date)}.`),
    `${accounts} holds ${bold(start.formatted)} now and is expected to be at ${bold(end.formatted)} on ${formatDate(period.end)}. The lowest ${inPeriod(period)} is ${bold(lowest.balance.formatted)} on ${formatDate(lowest.date)}.`,
    [
      runsOutOn
        ? `It runs out on ${formatDate(runsOutOn)}.`
        : runsOutOnLow
          ? `In dear weeks it could run out on ${formatDate(runsOutOnLow)}.`
          : "It does not run out.",
      usualSpending && `Usual spending of ${usualSpending.perWeek.formatted} per week is counted in.`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

function priceLine(
  price: number,
  result: ForecastResult,
  results: readonly ToolResult[],
): string | undefined {
  const left = resultsOf(results, "calculation")[0]?.amount;
  const [first] = result.forecasts;
  if (!left || !first) return undefined;
  const asked = new Intl.NumberFormat("en-US", { style: "currency", currency: first.currency }).format(price);
  return left.amountMinor >= 0
    ? `${bold(asked)} can be paid from what is expected: at the lowest point, on ${formatDate(first.lowest.date)}, ${bold(left.formatted)} would still be left.`
    : `${bold(asked)} is more than what is expected allows: at the lowest point, on ${formatDate(first.lowest.date)}, it would come to ${bold(left.formatted)}.`;
}

function billLine(
  bill: Subject,
  results: readonly ToolResult[],
  facts: Parameters<typeof asOfLine>[1],
): string {
  const [accounts] = resultsOf(results, "accounts");
  const series = (resultsOf(results, "recurring")[0]?.series ?? []).filter(
    ({ name, category, status }) =>
      status !== "ended" &&
      (bill.categories.some((id) => id === category || categoryLabel(id) === category) ||
        matchNames(bill.merchant ?? bill.phrase, [name]).length > 0),
  );
  return paragraphs(
    ...series.map(
      ({ name, amount, nextDate }) =>
        `${plainName(name)} is ${bold(amount.formatted)}${nextDate ? `, next on ${formatDate(nextDate)}` : ""}.`,
    ),
    accounts && answerAccounts("checking", accounts, facts, { plain: "", before: "" }),
  );
}

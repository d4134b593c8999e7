import type { UpcomingResult } from "../../../contract/results/upcoming-result";
import { formatDate } from "../../../domain/calendar";
import {
  asOfLine,
  bold,
  boldMoney,
  countOf,
  inPeriod,
  paragraphs,
  plainName,
  table,
} from "../answers/wording";
import { daysAheadIn } from "../days-ahead";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const BILL =
  "(?:bills?|payments?|charges?|debits?|subscriptions?|obligations?|dues|money|expenses?|rent|costs?|autopays?)";
const AHEAD =
  "(?:due|upcoming|up ?coming|coming|next|soon|overdue|late|outstanding|unpaid|scheduled|pending payment|expected|ahead|still|yet|remaining|left|to (?:be )?pa(?:y|id)|(?:next|this|coming) (?:week|month)|tomorrow|rest of|before|until|till|by (?:friday|monday|the|then|next|end))";
const IS_UPCOMING = new RegExp(
  [
    `\\b${BILL}\\b.*\\b${AHEAD}\\b`,
    `\\b(?:due|upcoming|overdue|outstanding|unpaid|next|scheduled|expected|future) (?:\\w+ )?${BILL}\\b`,
    "\\b(?:have|need|got|supposed|left|still) to (?:be )?pa(?:y|id)\\b",
    "\\b(?:what(?:'s| is| are)?|anything|something|things?|stuff|which|when(?:'s| is| are)) .*\\b(?:due|overdue|coming (?:up|out|off)|come out|comes out|owed soon)\\b",
    "\\bbills?\\b.*\\b(?:hit|hits|on the \\d|this weekend|land|lands)\\b",
    "\\b(?:do|will) i owe (?:anything|something|any (?:bills|money)|anyone)\\b|\\b(?:anything|something) (?:i )?owed?\\b.*\\b(?:this|next|soon)\\b",
    "\\b(?:will|going to)\\b.*\\bbills?\\b.*\\b(?:be|cost|come to|total)\\b|\\b(?:is there|are there|any|have i|do i have)\\b.*\\bbills?\\b.*\\b(?:on|by|before) (?:the )?\\d",
    "\\bhow much (?:money )?(?:is|will be) (?:going|coming|leaving) ?out\\b|\\b(?:what|anything|something) (?:is |'s )?(?:going|coming) out\\b.*\\b(?:before|until|till|this|next|by)\\b",
    "^(?:due|upcoming|coming up|overdue)\\b|\\bdue (?:this|next|before|until|in|soon|by|on)\\b",
    "\\b(?:will|going to|gets?|be|being) (?:be |get )?(?:taken|debited|charged|billed|withdrawn|deducted|coming out|leaving)\\b",
    "\\b(?:what|how much) (?:do|will|am) i (?:still |going to )?(?:owe|have to pay|need to pay|be charged)\\b.*\\b(?:bills?|this month|next|before|until|by|in (?:december|january))\\b",
    "^(?:(?:my|the|all|what|which|list|show|any) )*(?:me )?(?:my |the |all )*bills (?:for )?(?:this|next) week\\b|^bills\\?*$",
  ].join("|"),
);
/** These ask about money that has gone, or about other things that are due. */
const IS_OTHER =
  /\b(?:spen[dt]|spending|did|paid|was|were|minimum|goals?|budget\w*|balance|dearer|expensive|more|usual\w*|average|card payment|utili\w+|owe on|apr|interest|enough|afford|cover|make it|last until|last till|forecast)\b|\bcharges?\b.*\b(?:pending|disputed?)\b|\bpending (?:charges?|payments?|transactions?)\b|\bhow much (?:money )?(?:is|do i have|will i have|will be|would be) (?:left|remaining)\b|\bmoney\b.*\bleft\b|\bleft (?:over|in)\b/;

const BEFORE_PAY =
  /\b(?:before|until|till|by)\b.*\b(?:pay ?(?:check|day|cheque)?|paid|salary|income|wages)\b/;

type Asked = { days: number; isBeforePay: boolean; isNext: boolean; isOverdue: boolean };

const USUAL_DAYS = 31;

/** "Bills in December", asked in November, are the next ones; those of October have been. */
const isBehind = ({ periods, plain }: ParsedQuestion): boolean =>
  /\b(?:last|past|previous) (?:week|month|year|\d+)\b|\byesterday\b|\bago\b/.test(plain) ||
  (periods.some((period) => typeof period !== "string" || /^last_|yesterday|all_time/.test(period)) &&
    !/\b(?:will|is there|are there|due|upcoming|coming|next|have to|need to|going to|still|expected|before|by|until|till)\b/.test(
      plain,
    ));

/** Bills that are expected, what is late, and what must be paid before the next income. */
export const upcoming = topic<Asked>({
  name: "upcoming",
  isAbout: ({ plain }) =>
    IS_UPCOMING.test(plain) && !IS_OTHER.test(BEFORE_PAY.test(plain) ? plain.replaceAll("paid", "") : plain),
  read: (parsed: ParsedQuestion) => {
    const { plain } = parsed;
    if (isBehind(parsed)) return undefined;
    return {
      days: daysAheadIn(plain, parsed.today) ?? USUAL_DAYS,
      isBeforePay: BEFORE_PAY.test(plain),
      isNext: /\b(?:next|soonest|first) (?:\w+ )?(?:bill|payment|charge|expense|thing)\b/.test(plain),
      isOverdue: /\b(?:overdue|late|outstanding|missed)\b/.test(plain),
    };
  },
  goOn: ({ plain, today }, previous) => {
    const count =
      /^(?:(?:and|what about|how about|in|within|the|next|for|ok) )*(\d{1,3})(?: days)?[ ?.!]*$/.exec(
        plain,
      )?.[1];
    const days = count ? Number(count) : daysAheadIn(plain, today);
    return days && days > 0 ? { ...previous, days: Math.min(366, days), isBeforePay: false } : undefined;
  },
  plan: ({ days }) => [{ name: "get_upcoming_bills", args: { days } }],
  answer: (asked, results, facts) => {
    const [result] = resultsOf(results, "upcoming");
    return result ? paragraphs(answerBills(asked, result), asOfLine(result.asOf, facts)) : "";
  },
});

function answerBills({ isBeforePay, isNext, isOverdue }: Asked, result: UpcomingResult): string {
  const { untilNextIncome: next } = result;
  if (isBeforePay && next) return beforePay(result, next);
  const bills = isOverdue ? result.bills.filter((bill) => bill.isOverdue) : result.bills;
  if (bills.length === 0)
    return isOverdue ? "None of your bills is overdue." : `No bills are expected ${inPeriod(result.period)}.`;
  const [soonest] = bills;
  return paragraphs(
    isNext &&
      soonest &&
      `The next bill is ${bold(plainName(soonest.name))}: ${bold(soonest.amount.formatted)} on ${formatDate(soonest.date)}.`,
    isOverdue
      ? `Overdue: ${boldMoney(result.overdueTotals)}.`
      : `${countOf(result.billCount, "bill")} ${result.billCount === 1 ? "is" : "are"} expected ${inPeriod(result.period)}, ${boldMoney(result.totals)} together.`,
    billTable(bills),
    next &&
      `The next income, ${plainName(next.name)}, is expected on ${formatDate(next.date)} (${next.amount.formatted}).`,
  );
}

function beforePay(result: UpcomingResult, next: NonNullable<UpcomingResult["untilNextIncome"]>): string {
  const bills = result.bills.filter(({ date }) => date < next.date);
  const when = `before ${plainName(next.name)} pays ${next.amount.formatted} on ${formatDate(next.date)}`;
  if (bills.length === 0) return `No bills are due ${when}.`;
  return paragraphs(`Due ${when}: ${boldMoney(next.billTotals)}.`, billTable(bills));
}

const billTable = (bills: UpcomingResult["bills"]): string =>
  table(
    ["Date", "Bill", "Amount"],
    bills.map(({ date, name, amount, isEstimate, isOverdue }) => [
      formatDate(date) + (isOverdue ? " (overdue)" : ""),
      plainName(name),
      amount.formatted + (isEstimate ? " (estimate)" : ""),
    ]),
  );

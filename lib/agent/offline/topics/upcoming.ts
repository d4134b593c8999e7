import type { UpcomingResult } from "../../../contract/results/upcoming-result";
import { formatDate } from "../../../domain/calendar";
import { asOfLine, boldMoney, countOf, inPeriod, paragraphs, plainName, table } from "../answers/wording";
import type { ParsedQuestion } from "../parsed-question";
import { NUMBER_PATTERN, numberOf } from "../read-text";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_UPCOMING =
  /\b(?:bills?|payments?|charges?|debits?|subscriptions?|what(?:'s| is)?|anything|something)\b.*\b(?:due|upcoming|coming up|coming out|come out|next|overdue|late|outstanding|to (?:be )?pa(?:y|id)|left to pay)\b|\b(?:upcoming|next|due|overdue|outstanding|unpaid) (?:\w+ )?(?:bills?|payments?|charges?|expenses?)\b|\b(?:have|need) to pay\b.*\b(?:before|until|till|this|next|by|in)\b|\bdue (?:this|next|before|until|in|soon|by)\b/;

type Asked = { days: number; isBeforePay: boolean; isOverdue: boolean };

/** Bills that are expected, what is late, and what must be paid before the next income. */
export const upcoming = topic<Asked>({
  read: (parsed: ParsedQuestion) => {
    const { plain } = parsed;
    if (
      !IS_UPCOMING.test(plain) ||
      /\b(?:spen[dt]|did|paid|minimum|goal|budget|balance|dearer|expensive)\b/.test(plain)
    )
      return undefined;
    if (parsed.periods.some((period) => typeof period !== "string" || /^last_|yesterday/.test(period)))
      return undefined;
    return {
      days: daysAhead(plain),
      isBeforePay: /\b(?:before|until|till|by)\b.*\b(?:pay ?(?:check|day|cheque)?|paid|salary|income)\b/.test(
        plain,
      ),
      isOverdue: /\b(?:overdue|late|outstanding|missed)\b/.test(plain),
    };
  },
  plan: ({ days }) => [{ name: "get_upcoming_bills", args: { days } }],
  answer: (asked, results, facts) => {
    const [result] = resultsOf(results, "upcoming");
    return result ? paragraphs(answerBills(asked, result), asOfLine(result.asOf, facts)) : "";
  },
});

/** How far to look: "the next 2 weeks", "next month"; a month when nothing is said. */
export function daysAhead(plain: string): number {
  const match = new RegExp(
    `\\b(?:next|coming|in|within)(?: the)?(?: next)? ${NUMBER_PATTERN} (day|week|month)s?\\b`,
  ).exec(plain);
  if (match)
    return Math.min(
      366,
      numberOf(match[1] ?? "1") * ({ day: 1, week: 7, month: 31 }[match[2] ?? "day"] ?? 1),
    );
  if (/\b(?:this|next|coming) week\b/.test(plain)) return /next/.test(plain) ? 14 : 7;
  if (/\btomorrow\b/.test(plain)) return 1;
  if (/\b(?:next|coming) (?:quarter|3 months)\b/.test(plain)) return 92;
  if (/\bnext month\b/.test(plain)) return 61;
  return /\bnext year\b/.test(plain) ? 366 : 31;
}

function answerBills({ isBeforePay, isOverdue }: Asked, result: UpcomingResult): string {
  const { untilNextIncome: next } = result;
  if (isBeforePay && next) return beforePay(result, next);
  const bills = isOverdue ? result.bills.filter((bill) => bill.isOverdue) : result.bills;
  if (bills.length === 0)
    return isOverdue ? "None of your bills is overdue." : `No bills are expected ${inPeriod(result.period)}.`;
  return paragraphs(
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

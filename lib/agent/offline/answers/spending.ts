import type { SpendingResult } from "../../../contract/results/spending-result";
import type { ToolResult } from "../../../contract/tool-result";
import { formatDate } from "../../../domain/calendar";
import { formatPeriod, periodName } from "../../../domain/period";
import type { Facts } from "../../prompt";
import { resultsOf } from "../tool-round";
import type { SpendingQuestion } from "../topics/flow-question";
import { answerAverage, extremeLine } from "./averages";
import { answerShare, contrastLine, drawnLine, sameDaysLine, togetherLine } from "./contrasts";
import {
  asOfLine,
  bold,
  boldMoney,
  countOf,
  inPeriod,
  joinWords,
  limitsOf,
  paragraphs,
  plainName,
  sentence,
  table,
  withoutWhat,
} from "./wording";

/** One or several spending results in words. Every number is one of theirs. */
export function answerSpending(question: SpendingQuestion, all: readonly ToolResult[], facts: Facts): string {
  const results = resultsOf(all, "spending");
  const [first, ...others] = results;
  if (!first) return "";
  const assumed =
    question.periods.length === 0 &&
    `You named no period, so this is ${question.average || question.groupBy === "month" ? "the last twelve months" : "the current month so far"}.`;
  const { words } = question.range;
  const notes = [assumed, excludedLine(first), asOfLine(first.asOf, facts)].filter(Boolean).join(" ");
  const share =
    question.isShare &&
    question.periods.length < 2 &&
    question.subjects.length === 1 &&
    results.length === 2 &&
    answerShare(results, all);
  if (share) return paragraphs(share, notes);
  const body =
    others.length === 0
      ? paragraphs(
          averageOf(question, first, all),
          question.extreme && extremeLine(question.extreme, first),
          answerOne(first, words, facts),
        )
      : answerSeveral(results, words, facts);
  return paragraphs(
    body,
    others.length > 0 && contrastLine(all),
    togetherLine(all),
    sameDaysLine(all),
    drawnLine(all),
    notes,
  );
}

/** Months one by one also say which was the most, and what they come to on average. */
function averageOf(
  { average, groupBy }: SpendingQuestion,
  result: SpendingResult,
  all: readonly ToolResult[],
): string {
  const said = average ? answerAverage(average, result, all) : "";
  if (groupBy !== "month" && groupBy !== "day") return said;
  const main = result.totals.toSorted((a, b) => b.amountMinor - a.amountMinor)[0]?.currency;
  const [most] = result.groups
    .filter(({ amount }) => amount.currency === main)
    .toSorted((a, b) => b.amount.amountMinor - a.amount.amountMinor);
  const isSeveral = result.groups.length > 1 && most;
  const name = groupBy === "day" && most ? formatDate(most.key) : (most?.label ?? "");
  const perMonth = !average && groupBy === "month" && isSeveral ? answerAverage("month", result, all) : "";
  return [
    said,
    isSeveral && `The most was ${groupBy === "day" ? "on" : "in"} ${name}: ${bold(most.amount.formatted)}.`,
    perMonth,
  ]
    .filter(Boolean)
    .join(" ");
}

function answerOne(result: SpendingResult, amounts: string[], facts: Facts): string {
  const limits = limitsOf(result.period, result.dataFrom, facts);
  const isUnknown = result.rowCount === 0 && limits.length > 0 && result.period.end < (result.dataFrom ?? "");
  if (isUnknown || result.period.start > facts.today) return limits.join(" ");
  const what = aboutOf(result) + amountsOf(amounts);
  const when = inPeriod(result.period);
  const isRefunded = result.totals.some(({ amountMinor }) => amountMinor < 0);
  const spent =
    result.rowCount === 0
      ? `You spent ${boldMoney(result.totals) || "nothing"}${what} ${when}: there are no matching transactions.`
      : `You spent ${boldMoney(result.totals)}${what} ${when} (${countOf(result.rowCount, "transaction")}).`;
  return paragraphs(
    [spent, isRefunded && "A minus means that refunds were more than purchases.", ...limits]
      .filter(Boolean)
      .join(" "),
    result.totals.length > 1 && "Different currencies are not added up.",
    result.groups.length > 0 && groupTable(result),
  );
}

/** " on groceries", " at Starbucks", " on coffee shops at Starbucks with Checking". */
function aboutOf({ filters }: SpendingResult): string {
  const categories = filters.categories.map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  const merchants = filters.merchants.slice(0, 5).map(plainName);
  const more = filters.merchants.length - merchants.length;
  return [
    categories.length > 0 && ` on ${joinWords(categories)}`,
    merchants.length > 0 && ` at ${joinWords(more > 0 ? [...merchants, `${more} more like it`] : merchants)}`,
    withoutWhat(filters.exclude),
    filters.accounts.length > 0 && ` with ${joinWords(filters.accounts.map(plainName))}`,
  ]
    .filter(Boolean)
    .join("");
}

/** " in purchases of over 50". */
const amountsOf = (words: string[]): string =>
  words.length > 0 ? ` in single purchases of ${joinWords(words)}` : "";

const HEADINGS = {
  category: "Category",
  merchant: "Merchant",
  account: "Account",
  month: "Month",
  week: "Week",
  day: "Day",
  none: "",
} as const;

function groupTable({ groups, groupBy, groupCount }: SpendingResult, hasShares = false): string {
  const rows = groups.map(({ label, amount, rowCount, share }) => [
    plainName(label),
    amount.formatted,
    String(rowCount),
    ...(hasShares ? [share?.formatted ?? ""] : []),
  ]);
  const isCut = groupCount !== undefined && groupCount > groups.length;
  return paragraphs(
    isCut && `The ${groups.length} largest of ${groupCount}:`,
    table([HEADINGS[groupBy], "Amount", "Transactions", ...(hasShares ? ["Share"] : [])], rows),
  );
}

/** Periods or subjects side by side. Which is more is compared; the difference is not worked out. */
function answerSeveral(results: readonly SpendingResult[], amounts: string[], facts: Facts): string {
  const samePeriod = new Set(results.map(({ period }) => period.start + period.end)).size === 1;
  const nameOf = (result: SpendingResult) =>
    samePeriod
      ? aboutOf(result)
          .trim()
          .replace(/^(?:on|at) /, "")
      : periodName(result.period);
  const rows = results.map((result) => [
    samePeriod ? sentence(nameOf(result)) : formatPeriod(result.period),
    joinWords(result.totals.map(({ formatted }) => formatted)),
    String(result.rowCount),
  ]);
  const [first] = results;
  const about = first && !samePeriod ? aboutOf(first) : "";
  const limits = new Set(results.flatMap((result) => limitsOf(result.period, result.dataFrom, facts)));
  return paragraphs(
    compared(results, nameOf, samePeriod ? "for" : "in"),
    samePeriod && first
      ? `Spending${amountsOf(amounts)} ${inPeriod(first.period)}:`
      : about + amountsOf(amounts) !== "" && `Spending${about}${amountsOf(amounts)}:`,
    table([samePeriod ? "What" : "Period", "Spent", "Transactions"], rows),
    ...results.map(
      (result) => result.groups.length > 0 && `${bold(sentence(nameOf(result)))}\n\n${groupTable(result)}`,
    ),
    [...limits].join(" "),
  );
}

function compared(
  results: readonly SpendingResult[],
  nameOf: (result: SpendingResult) => string,
  preposition: "in" | "for",
): string | undefined {
  const single = results.flatMap((result) => {
    const [total] = result.totals;
    return total && result.totals.length === 1 ? [{ name: nameOf(result), total }] : [];
  });
  if (single.length !== results.length || new Set(single.map(({ total }) => total.currency)).size > 1) return;
  const [most, next] = single.toSorted((a, b) => b.total.amountMinor - a.total.amountMinor);
  if (!most || !next) return;
  return most.total.amountMinor === next.total.amountMinor
    ? `The same: ${bold(most.total.formatted)}.`
    : `${single.length > 2 ? "The most" : "More"} ${preposition} ${most.name}: ${bold(most.total.formatted)}, against ${bold(next.total.formatted)} ${preposition} ${next.name}.`;
}

function excludedLine({ filters }: SpendingResult): string {
  if (filters.minAmount !== undefined || filters.maxAmount !== undefined) {
    return "Only purchases of such an amount are counted; refunds are not taken off.";
  }
  const isBroad = filters.categories.length === 0 && filters.merchants.length === 0;
  return isBroad
    ? "Card payments and transfers between your own accounts are not counted; refunds are taken off."
    : "Refunds are taken off.";
}

import type { SpendingResult } from "../../../contract/results/spending-result";
import type { ToolResult } from "../../../contract/tool-result";
import { formatPeriod } from "../../../domain/period";
import { CHANGE, DIFFERENCE, TOGETHER } from "../calculations";
import { resultsOf } from "../tool-round";
import { bold, boldMoney, inPeriod, joinWords, plainName } from "./wording";

/** What of the whole the part is, in percent, each currency for itself. */
export function answerShare(
  results: readonly SpendingResult[],
  all: readonly ToolResult[],
): string | undefined {
  const [part, whole] = results;
  const shares = resultsOf(all, "calculation").flatMap(({ percent }) => percent ?? []);
  if (!part || !whole || shares.length === 0) return undefined;
  const { categories, merchants } = part.filters;
  const what = joinWords([...(merchants.length > 0 ? merchants.slice(0, 3).map(plainName) : categories)]);
  const ofWhat =
    whole.filters.categories.length > 0
      ? `your spending on ${joinWords(whole.filters.categories).toLowerCase()}`
      : "your spending";
  return `${what} was ${joinWords(shares.map(({ formatted }) => bold(formatted)))} of ${ofWhat} ${inPeriod(whole.period)}: ${boldMoney(part.totals)} of ${boldMoney(whole.totals)}.`;
}

/** "The difference is $254.00 (-42.7%)." */
export function contrastLine(all: readonly ToolResult[]): string | undefined {
  const made = resultsOf(all, "calculation");
  const amounts = made.flatMap(({ title, amount }) => (title === DIFFERENCE && amount ? [amount] : []));
  if (amounts.length === 0) return undefined;
  const percents = made.flatMap(({ title, percent }) =>
    title === CHANGE && percent ? [percent.formatted] : [],
  );
  const change =
    percents.length > 0 ? `, a change of ${joinWords(percents.map(bold))} from the earlier one` : "";
  return `The difference is ${boldMoney(amounts)}${change}.`;
}

/** "Together that is $254.00." */
export function togetherLine(all: readonly ToolResult[]): string | undefined {
  const sums = resultsOf(all, "calculation").flatMap(({ title, amount }) =>
    title === TOGETHER && amount ? [amount] : [],
  );
  return sums.length > 0 ? `Together that is ${boldMoney(sums)}.` : undefined;
}

/** A period in progress against the same days of the other one. */
export function sameDaysLine(all: readonly ToolResult[]): string | undefined {
  const [result] = resultsOf(all, "comparison");
  const [total] = result?.totals ?? [];
  if (!result?.isSameDays || !total) return undefined;
  const percent = total.percent ? ` (${total.percent.formatted})` : "";
  return `On the same days, ${bold(total.now.formatted)} from ${formatPeriod(result.period)} stands against ${bold(total.before.formatted)} from ${formatPeriod(result.against)}: a change of ${bold(total.change.formatted)}${percent}.`;
}

export const drawnLine = (all: readonly ToolResult[]): string | undefined =>
  resultsOf(all, "chart").length > 0 ? "The chart shows the same numbers." : undefined;

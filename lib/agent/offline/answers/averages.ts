import type { IncomeResult } from "../../../contract/results/income-result";
import type { SpendingResult } from "../../../contract/results/spending-result";
import type { ToolResult } from "../../../contract/tool-result";
import { formatDate } from "../../../domain/calendar";
import type { Average } from "../question";
import { resultsOf } from "../tool-round";
import { bold, boldMoney, countOf, joinWords, plainName } from "./wording";

/** An average as the result states it, with what it is of. */
export function answerAverage(
  average: Average,
  { statistics = [], averagedOver: over }: SpendingResult | IncomeResult,
  all: readonly ToolResult[],
): string {
  if (average === "week") {
    const weekly = resultsOf(all, "calculation").flatMap(({ amount }) => amount ?? []);
    return weekly.length > 0 ? `On average ${boldMoney(weekly)} per week.` : "";
  }
  const amounts = statistics.flatMap((one) => {
    const amount = { month: one.averagePerMonth, day: one.averagePerDay, purchase: one.average }[average];
    return amount ? [amount] : [];
  });
  if (amounts.length === 0) {
    return average === "month" && over && over.months === 0
      ? "There is no whole month in it, so there is no average per month."
      : "There is nothing to average.";
  }
  if (average === "purchase") {
    const counts = statistics.map(({ count }) => bold(countOf(count, "payment")));
    return `On average ${boldMoney(amounts)} each, over ${joinWords(counts)}.`;
  }
  const isOfAll = over?.[average === "month" ? "months" : "days"];
  return `On average ${boldMoney(amounts)} per ${average}${isOfAll ? `, over ${countOf(isOfAll, average === "month" ? "whole month" : "day")}` : ""}.`;
}

/** The largest or smallest purchase of a total that leaves something out. */
export function extremeLine(which: "largest" | "smallest", { statistics = [] }: SpendingResult): string {
  return statistics
    .flatMap((one) => one[which] ?? [])
    .map(
      ({ amount, merchant, date }) =>
        `Your ${which} purchase was ${bold(amount.formatted.replace(/^-/, ""))} at ${plainName(merchant)} on ${formatDate(date)}.`,
    )
    .join(" ");
}

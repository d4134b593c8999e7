import type { IncomeResult } from "../../contract/results/income-result";
import type { SpendingResult } from "../../contract/results/spending-result";
import type { PlannedCall } from "./tool-round";

type Totals = SpendingResult | IncomeResult;

export const DIFFERENCE = "Difference";
export const CHANGE = "Change";
export const TOGETHER = "Together";

/** One calculation per currency that both results have. Nothing to divide by: none. */
export function calculation(
  title: string,
  first: Totals,
  second: Totals,
  expression: (first: string, second: string) => string,
  unit: "money" | "percent",
): PlannedCall[] {
  return first.totals.flatMap(({ currency }, index) => {
    const other = second.totals.findIndex((total) => total.currency === currency);
    if (other < 0 || (unit === "percent" && (second.totals[other]?.amountMinor ?? 0) <= 0)) return [];
    const refs = [`${first.ref}.totals[${index}]`, `${second.ref}.totals[${other}]`] as const;
    return [{ name: "calculate", args: { title, expression: expression(...refs), unit } }];
  });
}

/** By how much two totals differ; of two periods also in percent of the earlier one. */
export function contrastCalls(results: readonly Totals[]): PlannedCall[] {
  const [a, b] = results;
  if (!a || !b || results.length !== 2) return [];
  const isOfTime = a.period.start !== b.period.start || a.period.end !== b.period.end;
  const isLaterFirst = isOfTime ? a.period.start > b.period.start : amountOf(a) >= amountOf(b);
  const [later, earlier] = isLaterFirst ? [a, b] : [b, a];
  const [more, less] = amountOf(a) >= amountOf(b) ? [a, b] : [b, a];
  return [
    ...calculation(DIFFERENCE, more, less, (one, other) => `${one} - ${other}`, "money"),
    ...(isOfTime
      ? calculation(CHANGE, later, earlier, (one, other) => `(${one} - ${other}) / ${other}`, "percent")
      : []),
  ];
}

/** What several totals come to, each currency for itself. */
export function sumCalls(results: readonly Totals[]): PlannedCall[] {
  const currencies = [...new Set(results.flatMap(({ totals }) => totals.map(({ currency }) => currency)))];
  return currencies.map((currency) => {
    const parts = results.flatMap(({ ref, totals }) => {
      const index = totals.findIndex((total) => total.currency === currency);
      return index < 0 ? [] : [`${ref}.totals[${index}]`];
    });
    return { name: "calculate", args: { title: TOGETHER, expression: parts.join(" + "), unit: "money" } };
  });
}

const amountOf = ({ totals }: Totals): number => totals[0]?.amountMinor ?? 0;

export const chartCall = (
  type: "bar" | "line" | "donut",
  result: { ref?: string | undefined },
  { list = "groups", value, title = "Spending" }: { list?: string; value?: string; title?: string } = {},
): PlannedCall => ({
  name: "make_chart",
  args: { type, title, series: `${result.ref}.${list}`, ...(value && { value }) },
});

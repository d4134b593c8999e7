import type { ChartResult } from "../../lib/contract/results/chart-result";
import { minorUnitExponent } from "../../lib/domain/money";

/** A point as it is drawn. `size` is for the drawing alone; `text` is what is read. */
export type Mark = { label: string; size: number; text: string };

type Point = ChartResult["points"][number];

/** Points without a number are left out. */
export const toMarks = (points: readonly Point[]): Mark[] =>
  points.flatMap(({ label, money, percent, value }) => {
    if (money) {
      const size = money.amountMinor / 10 ** minorUnitExponent(money.currency);
      return [{ label, size, text: money.formatted }];
    }
    if (percent) return [{ label, size: percent.basisPoints / 100, text: percent.formatted }];
    return value === undefined ? [] : [{ label, size: value, text: value.toLocaleString("en-US") }];
  });

/** A donut shows parts of a whole: nothing below zero, and something above it. Otherwise bars tell the truth. */
export const canBeDonut = (marks: readonly Mark[]): boolean =>
  marks.every(({ size }) => size >= 0) && marks.some(({ size }) => size > 0);

/** How the ends of the axis are written: short, as the exact numbers are beside the points. */
export function axisFormat([first]: readonly Point[]): (size: number) => string {
  const compact = { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 } as const;
  const currency = first?.money?.currency;
  if (currency !== undefined && currency !== "XXX") {
    const format = new Intl.NumberFormat("en-US", { ...compact, style: "currency", currency });
    return (size) => format.format(size);
  }
  const format = new Intl.NumberFormat("en-US", compact);
  return (size) => `${format.format(size)}${first?.percent ? "%" : ""}`;
}

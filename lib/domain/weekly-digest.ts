import type { CalendarDate, Period } from "../contract/money";
import { addDays } from "./calendar";
import type { FlowSum } from "./flow-sums";
import { roundedQuotient } from "./ratio";
import { usualPeriod } from "./usual-spending";

/** Spending (spending.v1) of the last whole week beside what was spent in a week on average before, 13 weeks at most. */
export type WeekOfCurrency = { currency: string; spentMinor: number; usualMinor: number | null };

/** The week that ended last: Monday to Sunday. @param monday of the week that today is in */
export const weekBefore = (monday: CalendarDate): Period => ({
  start: addDays(monday, -7),
  end: addDays(monday, -1),
});

/** The whole weeks before a week of which there is data; null when there is not one. */
export const usualWeeks = (week: Period, firstDate: CalendarDate | null) =>
  usualPeriod(week.start, firstDate);

/**
 * Per currency, the one with most spending first. Minor units, positive is spent; refunds lower it.
 * @param now spending of the week, not grouped
 * @param before the same of `usualWeeks`
 * @param weeks how many those are; 0: nothing is usual yet
 */
export function weekBesideUsual(
  now: readonly FlowSum[],
  before: readonly FlowSum[],
  weeks: number,
): WeekOfCurrency[] {
  const spent = (sums: readonly FlowSum[], currency: string) =>
    sums.filter((sum) => sum.currency === currency).reduce((total, { netMinor }) => total - netMinor, 0);
  const currencies = [...new Set([...now, ...before].map(({ currency }) => currency))];
  return currencies
    .map((currency) => ({
      currency,
      spentMinor: spent(now, currency),
      usualMinor: weeks === 0 ? null : roundedQuotient(spent(before, currency), weeks),
    }))
    .sort((a, b) => b.spentMinor - a.spentMinor || (a.currency < b.currency ? -1 : 1));
}

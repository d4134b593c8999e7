import type { CalendarDate, Period } from "../contract/money";
import { addDays, weekdayOf } from "./calendar";
import type { NetWorthDay } from "./daily-balances";
import { daysIn } from "./known-days";

export const INTERVALS = ["day", "week", "month"] as const;
type Interval = (typeof INTERVALS)[number];

type Point = { date: CalendarDate; amountMinor: number };
export type NetWorthOfCurrency = {
  currency: string;
  first: Point;
  last: Point;
  highest: Point;
  lowest: Point;
  points: Point[];
};

const MAX_DAYS_BY_DAY = 45;
const MAX_DAYS_BY_WEEK = 190;

/** How finely a period is usually drawn. */
export function usualInterval(period: Period): Interval {
  const days = daysIn(period);
  if (days <= MAX_DAYS_BY_DAY) return "day";
  return days <= MAX_DAYS_BY_WEEK ? "week" : "month";
}

/** The days of a series per currency, with its ends, its extremes, and one point for the end of each interval. */
export function netWorthPoints(days: readonly NetWorthDay[], interval: Interval): NetWorthOfCurrency[] {
  const currencies = [...new Set(days.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))];
  return currencies.sort().flatMap((currency) => {
    // Where all accounts in a currency are closed there is none left of it.
    const all = days.map(({ date, amounts }) => ({
      date,
      amountMinor: amounts.find((amount) => amount.currency === currency)?.amountMinor ?? 0,
    }));
    const [first] = all;
    const last = all.at(-1);
    if (!first || !last) return [];
    return {
      currency,
      first,
      last,
      highest: all.reduce((best, point) => (point.amountMinor > best.amountMinor ? point : best)),
      lowest: all.reduce((best, point) => (point.amountMinor < best.amountMinor ? point : best)),
      points: all.filter((point) => point === first || point === last || endsInterval(point.date, interval)),
    };
  });
}

function endsInterval(date: CalendarDate, interval: Interval): boolean {
  if (interval === "day") return true;
  return interval === "week" ? weekdayOf(date) === 6 : addDays(date, 1).endsWith("-01");
}

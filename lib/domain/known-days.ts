import type { CalendarDate, Period } from "../contract/money";
import { addDays, addMonths, daysBetween, monthOf } from "./calendar";

/** Of which days there is data: from the first row until now. The day that is not over yet is not whole. */
export type KnownDays = { firstDate: CalendarDate | null; today: CalendarDate };

/** The days of a period of which there is data; null when there are none. */
export function knownPart(period: Period, { firstDate, today }: KnownDays): Period | null {
  if (firstDate === null) return null;
  const start = period.start > firstDate ? period.start : firstDate;
  const end = period.end < today ? period.end : today;
  return start <= end ? { start, end } : null;
}

/** The days of a period that are not in a part of it, as at most two periods. */
export const outside = (period: Period, part: Period): Period[] =>
  [
    { start: period.start, end: addDays(part.start, -1) },
    { start: addDays(part.end, 1), end: period.end },
  ].filter(({ start, end }) => start <= end);

/** How many days a period has. */
export const daysIn = ({ start, end }: Period): number => daysBetween(start, end) + 1;

/**
 * The whole calendar months inside a period of which every day is known and over: only over these is "per month" an
 * average of like with like. Null when there are none.
 */
export function wholeMonthsOf(period: Period, known: KnownDays): { period: Period; months: number } | null {
  const part = knownPart(period, { ...known, today: addDays(known.today, -1) });
  if (part === null) return null;
  const start = part.start.endsWith("-01") ? part.start : addMonths(firstOfMonth(part.start), 1);
  const end = addDays(firstOfMonth(addDays(part.end, 1)), -1);
  return start <= end ? { period: { start, end }, months: monthsIn({ start, end }).length } : null;
}

/** Every calendar month that a period touches, `YYYY-MM`, in the order of time. */
export function monthsIn({ start, end }: Period): string[] {
  const months: string[] = [];
  for (let first = firstOfMonth(start); first <= end; first = addMonths(first, 1))
    months.push(monthOf(first));
  return months;
}

const firstOfMonth = (date: CalendarDate): CalendarDate => `${monthOf(date)}-01`;

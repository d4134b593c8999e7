import type { CalendarDate, Period } from "../contract/money";
import {
  addDays,
  addMonths,
  datePartsOf,
  daysInMonth,
  formatDate,
  formatDayOfYear,
  formatMonth,
  toCalendarDate,
  weekdayOf,
} from "./calendar";

/** Periods with a name, resolved against the person's own today. */
export const NAMED_PERIODS = [
  "today",
  "yesterday",
  "this_week",
  "last_week",
  "this_month",
  "last_month",
  "this_quarter",
  "last_quarter",
  "this_year",
  "last_year",
  "year_to_date",
  "last_year_to_date",
  "last_7_days",
  "last_30_days",
  "last_90_days",
  "last_3_months",
  "last_6_months",
  "last_12_months",
] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];

export const isNamedPeriod = (name: string): name is NamedPeriod =>
  NAMED_PERIODS.some((known) => known === name);

export function monthPeriod(year: number, month: number): Period {
  return {
    start: toCalendarDate({ year, month, day: 1 }),
    end: toCalendarDate({ year, month, day: daysInMonth(year, month) }),
  };
}

/** @param quarter 1 to 4 */
export function quarterPeriod(year: number, quarter: number): Period {
  const first = (quarter - 1) * 3 + 1;
  return { start: monthPeriod(year, first).start, end: monthPeriod(year, first + 2).end };
}

export const yearPeriod = (year: number): Period => ({ start: `${year}-01-01`, end: `${year}-12-31` });

/** Monday to Sunday (ISO 8601), the week that holds the date. */
export function weekPeriod(date: CalendarDate): Period {
  const start = addDays(date, -weekdayOf(date));
  return { start, end: addDays(start, 6) };
}

/** The last so many days, today included. */
export const lastDays = (days: number, today: CalendarDate): Period => ({
  start: addDays(today, 1 - days),
  end: today,
});

/** The last so many whole calendar months before the one that today is in. */
export function lastMonths(months: number, today: CalendarDate): Period {
  const firstOfThis = `${today.slice(0, 7)}-01`;
  return { start: addMonths(firstOfThis, -months), end: addDays(firstOfThis, -1) };
}

/** A period that has begun ends today at the latest; one that lies ahead stays as it is. */
export function untilToday(period: Period, today: CalendarDate): Period {
  return period.start <= today && period.end > today ? { start: period.start, end: today } : period;
}

/** 1 to 4 */
export const quarterOf = (date: CalendarDate): number => Math.ceil(datePartsOf(date).month / 3);

function lastQuarter(today: CalendarDate): Period {
  const { year } = datePartsOf(today);
  const quarter = quarterOf(today);
  return quarter === 1 ? quarterPeriod(year - 1, 4) : quarterPeriod(year, quarter - 1);
}

const RESOLVE = {
  today: (today) => ({ start: today, end: today }),
  yesterday: (today) => ({ start: addDays(today, -1), end: addDays(today, -1) }),
  this_week: (today) => untilToday(weekPeriod(today), today),
  last_week: (today) => weekPeriod(addDays(today, -7)),
  this_month: (today) => untilToday(monthOfDate(today), today),
  last_month: (today) => lastMonths(1, today),
  this_quarter: (today) => untilToday(quarterPeriod(datePartsOf(today).year, quarterOf(today)), today),
  last_quarter: lastQuarter,
  this_year: (today) => untilToday(yearPeriod(datePartsOf(today).year), today),
  last_year: (today) => yearPeriod(datePartsOf(today).year - 1),
  year_to_date: (today) => untilToday(yearPeriod(datePartsOf(today).year), today),
  last_year_to_date: (today) => {
    const { year } = datePartsOf(today);
    return { start: yearPeriod(year - 1).start, end: addMonths(today, -12) };
  },
  last_7_days: (today) => lastDays(7, today),
  last_30_days: (today) => lastDays(30, today),
  last_90_days: (today) => lastDays(90, today),
  last_3_months: (today) => lastMonths(3, today),
  last_6_months: (today) => lastMonths(6, today),
  last_12_months: (today) => lastMonths(12, today),
} as const satisfies Record<NamedPeriod, (today: CalendarDate) => Period>;

function monthOfDate(date: CalendarDate): Period {
  const { year, month } = datePartsOf(date);
  return monthPeriod(year, month);
}

/**
 * The exact dates of a named period. This week, month, quarter and year end today: what has not happened yet is not
 * part of them. "Last" week, month, quarter and year are whole calendar ones; last so many days include today.
 */
export const resolvePeriod = (name: NamedPeriod, today: CalendarDate): Period => RESOLVE[name](today);

/** `Oct 1 to Oct 31, 2026`, `Dec 30, 2025 to Jan 2, 2026`, or the one date. */
export function formatPeriod({ start, end }: Period): string {
  if (start === end) return formatDate(start);
  const first = start.slice(0, 4) === end.slice(0, 4) ? formatDayOfYear(start) : formatDate(start);
  return `${first} to ${formatDate(end)}`;
}

/** `October 2026` where the period is just that month, else its dates. */
export function periodName(period: Period): string {
  const { year, month } = datePartsOf(period.start);
  const whole = monthPeriod(year, month);
  return whole.start === period.start && whole.end === period.end
    ? formatMonth(period.start)
    : formatPeriod(period);
}

export const isWithin = (date: CalendarDate, period: Period): boolean =>
  period.start <= date && date <= period.end;

/** A calendar date `YYYY-MM-DD`. Strings of this form compare in time order. */
export type CalendarDate = string;

/** A calendar month `YYYY-MM`. */
export type CalendarMonth = string;

const MILLISECONDS_PER_DAY = 86_400_000;

// A life has thousands of movements on some hundreds of days: each day is worked out once.
const numbers = new Map<CalendarDate, number>();
const dates = new Map<number, CalendarDate>();

/** Days since 1970-01-01. UTC is only the arithmetic here: no time zone takes part. */
export function dayNumber(date: CalendarDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const number = Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
  numbers.set(date, number);
  return number;
}

export function fromDayNumber(day: number): CalendarDate {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** Whether the text names a day that exists: 2024-02-29 does, 2025-02-29 does not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7);
}

/** Months since year 0, for counting. */
export function monthNumber(month: CalendarMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function fromMonthNumber(number: number): CalendarMonth {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

export function addMonths(month: CalendarMonth, months: number): CalendarMonth {
  return fromMonthNumber(monthNumber(month) + months);
}

export function daysInMonth(month: CalendarMonth): number {
  return dayNumber(`${addMonths(month, 1)}-01`) - dayNumber(`${month}-01`);
}

/** The day of the month, or its last day where it has fewer: the 31st of February is the 28th or 29th. */
export function dayOfMonth(month: CalendarMonth, day: number): CalendarDate {
  return `${month}-${String(Math.min(day, daysInMonth(month))).padStart(2, "0")}`;
}

/** The same day so many months earlier, clamped to the end of that month. */
export function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  return dayOfMonth(addMonths(monthOf(date), -months), Number(date.slice(8, 10)));
}

/** 0 is Sunday. */
export function weekday(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Every month from the one to the other, both included. */
export function monthsBetween(first: CalendarMonth, last: CalendarMonth): CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let number = monthNumber(first); number <= monthNumber(last); number += 1) {
    months.push(fromMonthNumber(number));
  }
  return months;
}

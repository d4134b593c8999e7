import type { CalendarDate } from "../contract/money";

/*
 * Calendar dates are text, `YYYY-MM-DD`, and stay text. Counting days goes through the day number of the date in the
 * Gregorian calendar, never through a moment in some time zone. ISO dates sort as text.
 */

const DAY_MILLISECONDS = 86_400_000;

export type DateParts = { year: number /** 1 to 12 */; month: number; day: number };

export function datePartsOf(date: CalendarDate): DateParts {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month, day };
}

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** A date from its parts; parts that run over carry on (month 13 is January of the next year, day 0 the last before). */
export function toCalendarDate({ year, month, day }: DateParts): CalendarDate {
  return fromDayNumber(Date.UTC(year, month - 1, day) / DAY_MILLISECONDS);
}

/** Days since 1970-01-01 in the Gregorian calendar. */
export function dayNumberOf(date: CalendarDate): number {
  const { year, month, day } = datePartsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MILLISECONDS;
}

/** The date of a day number. */
export function fromDayNumber(dayNumber: number): CalendarDate {
  const moment = new Date(dayNumber * DAY_MILLISECONDS);
  return `${pad(moment.getUTCFullYear(), 4)}-${pad(moment.getUTCMonth() + 1, 2)}-${pad(moment.getUTCDate(), 2)}`;
}

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(dayNumberOf(date) + days);

/** Days from the first to the second date; negative when the second is earlier. */
export const daysBetween = (first: CalendarDate, second: CalendarDate): number =>
  dayNumberOf(second) - dayNumberOf(first);

/** 0 is Monday, 6 is Sunday. Day number 0 (1970-01-01) was a Thursday. */
export const weekdayOf = (date: CalendarDate): number => (((dayNumberOf(date) + 3) % 7) + 7) % 7;

export function daysInMonth(year: number, month: number): number {
  return datePartsOf(toCalendarDate({ year, month: month + 1, day: 0 })).day;
}

/** The same day some months on, or the last day of that month where it has no such day (Jan 31 + 1 = Feb 28 or 29). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const first = datePartsOf(toCalendarDate({ year, month: month + months, day: 1 }));
  return toCalendarDate({ ...first, day: Math.min(day, daysInMonth(first.year, first.month)) });
}

/** `YYYY-MM` */
export const monthOf = (date: CalendarDate): string => date.slice(0, 7);

/** The date that a calendar on the wall shows at this moment in this IANA zone. An unknown zone counts as UTC. */
export function todayIn(timeZone: string, now: Date): CalendarDate {
  const format = formatIn(timeZone, { year: "numeric", month: "2-digit", day: "2-digit" });
  const part = (type: string) => format.formatToParts(now).find((piece) => piece.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/**
 * The moment at which a clock on the wall of an IANA zone shows an hour of a day; where it skips that hour, soon after.
 * @param hour 0 to 23
 */
export function momentIn(timeZone: string, date: CalendarDate, hour: number): Date {
  const wanted = Date.parse(`${date}T${String(hour).padStart(2, "0")}:00:00Z`);
  const guess = wanted - offsetAt(timeZone, wanted);
  return new Date(wanted - offsetAt(timeZone, guess));
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at a moment that is a whole second. */
function offsetAt(timeZone: string, moment: number): number {
  const clock = formatIn(timeZone, {
    hourCycle: "h23",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const parts = clock.formatToParts(moment);
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? "";
  const shown = `${todayIn(timeZone, new Date(moment))}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(shown) - moment;
}

/** A zone that this runtime does not know must not keep people from their money: it counts as UTC. */
function formatIn(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = "en-US-u-ca-gregory-nu-latn";
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  }
}

const longDate = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});

/** `Nov 24, 2026` */
export const formatDate = (date: CalendarDate): string =>
  longDate.format(new Date(dayNumberOf(date) * DAY_MILLISECONDS));

const shortDate = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

/** `Nov 24` */
export const formatDayOfYear = (date: CalendarDate): string =>
  shortDate.format(new Date(dayNumberOf(date) * DAY_MILLISECONDS));

const longMonth = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "long", timeZone: "UTC" });

/** `November 2026` for `2026-11` or any date in it. */
export const formatMonth = (month: string): string =>
  longMonth.format(new Date(dayNumberOf(`${monthOf(month)}-01`) * DAY_MILLISECONDS));

import type { CalendarDate, Period } from "../../contract/money";
import { datePartsOf } from "../../domain/calendar";
import { monthPeriod, untilToday } from "../../domain/period";

const NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const WITHOUT_MAY =
  "january|jan|february|feb|march|april|apr|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec";

/** Patterns with named groups; each may be used once per regular expression, the `2` ones beside it. */
export const MONTH = `(?<month>${WITHOUT_MAY}|mar|may)\\b\\.?`;
export const MONTH_2 = `(?<month2>${WITHOUT_MAY}|mar|may)\\b\\.?`;
/** "may" and "mar" are words and names too: without a preposition they need a year. */
export const PLAIN_MONTH = `(?<month>${WITHOUT_MAY})\\b\\.?`;
/** "$2000" is an amount. */
export const YEAR = "(?<year>(?<![$€£] ?)(?:19|20)\\d\\d(?! ?(?:dollars|usd|bucks|euros?)\\b))";
export const OF_YEAR = `(?:,? (?:of )?(?:${YEAR}\\b|(?<yearWord>last|this) year\\b))?`;

export type Groups = Record<string, string | undefined>;

const monthNumber = (name: string | undefined): number => NAMES.indexOf((name ?? "").slice(0, 3)) + 1;

/** "2025", "last year", "this year", or else the latest year in which that month has begun. */
export function yearOf(groups: Groups, month: number, today: CalendarDate): number {
  const now = datePartsOf(today);
  if (groups.year) return Number(groups.year);
  if (groups.yearWord) return groups.yearWord === "last" ? now.year - 1 : now.year;
  return month > now.month ? now.year - 1 : now.year;
}

/** With the days of it that have not come yet. */
export function readWholeMonth(groups: Groups, today: CalendarDate): Period {
  const month = monthNumber(groups.month);
  return monthPeriod(yearOf(groups, month, today), month);
}

export const readMonth = (groups: Groups, today: CalendarDate): Period =>
  untilToday(readWholeMonth(groups, today), today);

/** "last November" said in November is the one a year ago. */
export function readLastMonthOfName(groups: Groups, today: CalendarDate): Period {
  const month = monthNumber(groups.month);
  const { year, month: current } = datePartsOf(today);
  return monthPeriod(month >= current ? year - 1 : year, month);
}

/** "from October to January 2026": the year belongs to the end, and the start lies before it. */
export function readMonthRange(groups: Groups, today: CalendarDate): Period {
  const first = monthNumber(groups.month2);
  const last = monthNumber(groups.month);
  const endYear = yearOf(groups, last, today);
  const startYear = groups.year2 ? Number(groups.year2) : first > last ? endYear - 1 : endYear;
  return untilToday(
    { start: monthPeriod(startYear, first).start, end: monthPeriod(endYear, last).end },
    today,
  );
}

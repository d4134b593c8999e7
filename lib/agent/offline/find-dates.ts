import type { ParsedComponents } from "chrono-node";
import { parse } from "chrono-node/en";
import type { CalendarDate, Period } from "../../contract/money";
import { datePartsOf, daysInMonth, toCalendarDate } from "../../domain/calendar";

const MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?";
/** Only what names a day; months, weeks and "last 90 days" have rules of their own in ./find-period.ts. */
const NAMES_A_DAY = new RegExp(
  [
    `\\b${MONTHS} \\d{1,2}(?!\\d)`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTHS}`,
    "\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b",
    "\\b\\d{1,2}/\\d{1,2}\\b",
    "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b",
  ].join("|"),
);

export type FoundDates = { period: Period; index: number; length: number };

/**
 * Days and ranges of days in the text, by chrono-node. Only its parts (year, month, day) are read, never its moments:
 * those depend on the zone of the machine. A day without a year is the latest that has been.
 */
export function findDates(text: string, today: CalendarDate): FoundDates[] {
  const { year, month, day } = datePartsOf(today);
  const reference = new Date(year, month - 1, day, 12);
  return parse(text, reference)
    .filter((result) => NAMES_A_DAY.test(result.text))
    .map((result) => {
      const end = dateOf(result.end ?? result.start, today);
      if (result.end && !namesDay(result.start)) return { period: { start: end, end }, ...dayIn(result) };
      const start = dateOf(result.start, end);
      return { period: { start, end }, index: result.index, length: result.text.length };
    });
}

const namesDay = (parts: ParsedComponents): boolean => parts.isCertain("day") || parts.isCertain("weekday");

/** "this year until October 10" is no range of days: only its end is a day. */
function dayIn({ text, index }: { text: string; index: number }) {
  const day = NAMES_A_DAY.exec(text);
  return { index: index + (day?.index ?? 0), length: day?.[0].length ?? text.length };
}

function dateOf(parts: ParsedComponents, latest: CalendarDate): CalendarDate {
  const [year, month, day] = [parts.get("year") ?? 0, parts.get("month") ?? 1, parts.get("day") ?? 1];
  const date = toCalendarDate({ year, month, day });
  if (parts.isCertain("year") || date <= latest) return date;
  return parts.isCertain("month")
    ? toCalendarDate({ year: year - 1, month, day })
    : toCalendarDate({ year, month, day: day - 7 });
}

const DAY_OF_MONTH = new RegExp(
  `\\b(?:(${MONTHS}) (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS}))(?:st|nd|rd|th)?(?:,? ((?:19|20)\\d\\d))?(?![\\d:])`,
);

/** "February 30": a date as it was written that no calendar has. */
export function findImpossibleDate(text: string, today: CalendarDate): string | undefined {
  const match = DAY_OF_MONTH.exec(text);
  if (!match) return undefined;
  const month = MONTH_NAMES.indexOf((match[1] ?? match[4] ?? "").slice(0, 3)) + 1;
  const day = Number(match[2] ?? match[3]);
  const year = Number(match[5] ?? datePartsOf(today).year);
  // Without a year, the 29th of February has been.
  const last = month === 2 && !match[5] ? 29 : daysInMonth(year, month);
  return day > last || day === 0 ? match[0] : undefined;
}

const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

import type { DateOrder } from "../../contract/imports";
import type { CalendarDate } from "../../contract/money";
import { daysInMonth, toCalendarDate } from "../calendar";
import { monthNumber } from "./month-names";

/** Before this, two digits mean this century: no bank exports what is older. */
const CENTURY_PIVOT = 70;

/** A time of day behind the date, with or without a zone; it does not matter to the date. */
const TIME =
  /[T ,]+\d{1,2}[:.h]\d{2}([:.]\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?( ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;
const WEEKDAY = /^\p{L}{2,}\.?,? +(?=\d)/u;

/** What is longer is text, and would keep the patterns of this file busy. */
const LONGEST_DATE = 60;

type Numbers = { first: number; second: number; year: number };

export type ReadDate =
  | { kind: "date"; date: CalendarDate }
  /** Two numbers and a year: which of the two is the month must be known from elsewhere. */
  | ({ kind: "numbers" } & Numbers)
  | { kind: "none" };

const NONE: ReadDate = { kind: "none" };

/** One written date: ISO and other year-first ones, textual months, and numbers whose order is still open. */
export function readDate(written: string): ReadDate {
  if (written.length > LONGEST_DATE) return NONE;
  const text = written.trim().replace(TIME, "").trim();
  return (
    readYearFirst(text) ??
    readNumbers(text) ??
    readTextual(text.replace(monthFirstOr(WEEKDAY, text), "")) ??
    NONE
  );
}

/** "Mon 5 Jan" begins with a weekday, "May 5, 2026" with a month. */
const monthFirstOr = (pattern: RegExp, text: string) =>
  monthNumber(/^\p{L}+/u.exec(text)?.[0] ?? "") === undefined ? pattern : /(?!)/;

function readYearFirst(text: string): ReadDate | undefined {
  const found =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})()(\d{2})(\d{2})$/.exec(text);
  if (!found) return undefined;
  return toDate(Number(found[1]), Number(found[3]), Number(found[4]));
}

function readNumbers(text: string): ReadDate | undefined {
  const found = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/.exec(text);
  if (!found) return undefined;
  return {
    kind: "numbers",
    first: Number(found[1]),
    second: Number(found[3]),
    year: fullYear(String(found[4])),
  };
}

function readTextual(text: string): ReadDate | undefined {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[ .\-/]*(?:de )?(\p{L}{3,})\.?[ .,\-/]*(?:de )?(\d{4}|\d{2})$/iu.exec(text);
  if (dayFirst) return fromNamedMonth(dayFirst[2], dayFirst[1], dayFirst[3]);
  const monthFirst = /^(\p{L}{3,})\.?[ .\-/]*(\d{1,2})(?:st|nd|rd|th)?[ .,\-/]+(\d{4}|\d{2})$/iu.exec(text);
  if (monthFirst) return fromNamedMonth(monthFirst[1], monthFirst[2], monthFirst[3]);
  const yearFirst = /^(\d{4})[ .\-/](\p{L}{3,})[ .\-/](\d{1,2})$/iu.exec(text);
  return yearFirst ? fromNamedMonth(yearFirst[2], yearFirst[3], yearFirst[1]) : undefined;
}

function fromNamedMonth(name = "", day = "", year = ""): ReadDate {
  const month = monthNumber(name);
  return month === undefined ? NONE : toDate(fullYear(year), month, Number(day));
}

const fullYear = (year: string): number => {
  const value = Number(year);
  if (year.length === 4) return value;
  return value + (value < CENTURY_PIVOT ? 2000 : 1900);
};

function toDate(year: number, month: number, day: number): ReadDate {
  const exists = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { kind: "date", date: toCalendarDate({ year, month, day }) } : NONE;
}

/** The date that the numbers mean in this order; undefined when there is no such day. */
export function orderedDate({ first, second, year }: Numbers, order: DateOrder): CalendarDate | undefined {
  const [day, month] = order === "day_first" ? [first, second] : [second, first];
  const read = toDate(year, month, day);
  return read.kind === "date" ? read.date : undefined;
}

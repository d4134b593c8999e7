import type { CalendarDate, Period } from "../../contract/money";
import { addDays, datePartsOf } from "../../domain/calendar";
import { lastMonths, monthPeriod, untilToday, yearPeriod } from "../../domain/period";
import { type Groups, MONTH, OF_YEAR, readWholeMonth } from "./month-words";
import { NUMBER_PATTERN, numberOf } from "./read-text";

type PartRule = { pattern: string; read: (groups: Groups, today: CalendarDate) => Period };

const A_MONTH = `(?:(?:(?<named>last|previous|this|the current|the) month)|${MONTH}${OF_YEAR})`;
const A_YEAR = "(?:(?<namedYear>last|this|the) year|(?:the year )?(?<numberedYear>(?:19|20)\\d\\d))";
const LEAD = "(?:(?:in|during|for|over|within) )?(?:the )?";
const ORDINALS: Record<string, number> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
};
const ORDINAL = `(?<part>${Object.keys(ORDINALS).join("|")}|last)`;

function monthOf(groups: Groups, today: CalendarDate): Period {
  if (groups.month) return readWholeMonth(groups, today);
  if (groups.named === "last" || groups.named === "previous") return lastMonths(1, today);
  const { year, month } = datePartsOf(today);
  return monthPeriod(year, month);
}

function yearOf({ namedYear, numberedYear }: Groups, today: CalendarDate): number {
  if (numberedYear) return Number(numberedYear);
  return datePartsOf(today).year - (namedYear === "last" ? 1 : 0);
}

/** Of so many days at the beginning or at the end. */
const edgeOf = ({ start, end }: Period, isLast: boolean, days: number): Period =>
  isLast ? { start: addDays(end, 1 - days), end } : { start, end: addDays(start, days - 1) };

/** The first week of a month is its first seven days, the last week its last seven: the answer says the dates. */
function readWeek(groups: Groups, today: CalendarDate): Period {
  const month = monthOf(groups, today);
  const number = ORDINALS[groups.part ?? ""];
  if (number === undefined) return untilToday(edgeOf(month, true, 7), today);
  const start = addDays(month.start, (number - 1) * 7);
  return untilToday({ start, end: addDays(start, 6) }, today);
}

function readDays(groups: Groups, today: CalendarDate): Period {
  return untilToday(
    edgeOf(
      monthOf(groups, today),
      groups.part === "last",
      numberOf(groups.count ?? "1") * (groups.unit === "weeks" ? 7 : 1),
    ),
    today,
  );
}

function readHalfMonth(groups: Groups, today: CalendarDate): Period {
  const { start, end } = monthOf(groups, today);
  const middle = addDays(start, 15);
  const isFirst = groups.part === "first" || groups.part === "1st";
  return untilToday(isFirst ? { start, end: addDays(middle, -1) } : { start: middle, end }, today);
}

function readHalfYear(groups: Groups, today: CalendarDate): Period {
  const year = yearOf(groups, today);
  const { start, end } = yearPeriod(year);
  const isFirst = groups.part === "first" || groups.part === "1st";
  return untilToday(isFirst ? { start, end: `${year}-06-30` } : { start: `${year}-07-01`, end }, today);
}

const readLastDay = (groups: Groups, today: CalendarDate): Period => {
  const { end } =
    groups.namedYear || groups.numberedYear ? yearPeriod(yearOf(groups, today)) : monthOf(groups, today);
  return { start: end, end };
};

const HALF = "(?<part>first|1st|second|2nd|last) half";

/** Parts of a month or of a year. They come before the rules for months and years, whose words they hold. */
export const PART_RULES: readonly PartRule[] = [
  {
    // Only beside a bound: alone, "at the end of May" is no single day.
    pattern: `(?<=\\b(?:since|until|till|by|before|after|from) (?:the )?)(?:end|close) of (?:${A_MONTH}|${A_YEAR})`,
    read: readLastDay,
  },
  { pattern: `${LEAD}${ORDINAL} week (?:of|in) ${A_MONTH}`, read: readWeek },
  {
    pattern: `${LEAD}(?<part>first|last) (?:(?<count>${NUMBER_PATTERN.slice(1, -1)}) )?(?<unit>days?|weeks) (?:of|in) ${A_MONTH}`,
    read: readDays,
  },
  { pattern: `${LEAD}${HALF} (?:of|in) ${A_MONTH}`, read: readHalfMonth },
  { pattern: `${LEAD}${HALF} (?:of|in) ${A_YEAR}`, read: readHalfYear },
];

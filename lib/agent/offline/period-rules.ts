import type { CalendarDate, Period } from "../../contract/money";
import { addDays, addMonths, datePartsOf, weekdayOf } from "../../domain/calendar";
import {
  lastDays,
  lastMonths,
  monthPeriod,
  type NamedPeriod,
  quarterOf,
  quarterPeriod,
  untilToday,
  weekPeriod,
  yearPeriod,
} from "../../domain/period";
import type { PeriodInput } from "../tools/period-input";
import {
  type Groups,
  MONTH,
  MONTH_2,
  OF_YEAR,
  PLAIN_MONTH,
  readLastMonthOfName,
  readMonth,
  readMonthRange,
  YEAR,
  yearOf,
} from "./month-words";
import { PART_RULES } from "./part-rules";
import { NUMBER_PATTERN, numberOf } from "./read-text";

export type PeriodRule = { pattern: RegExp; read: (groups: Groups, today: CalendarDate) => PeriodInput };

const rule = (pattern: string, read: PeriodRule["read"]): PeriodRule => ({
  pattern: new RegExp(`(?<![\\w§])(?:${pattern})(?![\\w])`),
  read,
});

const named = (pattern: string, period: NamedPeriod): PeriodRule => rule(pattern, () => period);

const LAST = "(?:the )?(?:last|previous|prior)";
const THIS = "(?:the )?(?:this|current)";
const IN = "(?:in|for|during|of|from|and|vs\\.?|versus|to|with|than|about|on|or)";
const COUNT = `(?<count>${NUMBER_PATTERN.slice(1, -1)})`;

const QUARTERS: Record<string, number> = {
  "1": 1,
  first: 1,
  "2": 2,
  second: 2,
  "3": 3,
  third: 3,
  "4": 4,
  fourth: 4,
  last: 4,
  final: 4,
};

function readQuarter(groups: Groups, today: CalendarDate): Period {
  const quarter = QUARTERS[groups.quarter ?? ""] ?? 1;
  return untilToday(quarterPeriod(yearOf(groups, quarter * 3 - 2, today), quarter), today);
}

const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** Three whole calendar months, as weather services count them; the latest that has begun. The answer says the dates. */
function readSeason(groups: Groups, today: CalendarDate): Period {
  const month = SEASONS[groups.season ?? ""] ?? 6;
  const start = monthPeriod(yearOf(groups, month, today), month).start;
  return untilToday({ start, end: addDays(addMonths(start, 3), -1) }, today);
}

/** "The last 3 months" are whole calendar months; days, weeks and years go back from today. */
function readLastSoMany(groups: Groups, today: CalendarDate): Period {
  const count = numberOf(groups.count ?? "1");
  if (groups.unit === "quarter") return lastQuarters(count, today);
  if (groups.unit === "day") return lastDays(count, today);
  if (groups.unit === "week") return lastDays(count * 7, today);
  return groups.unit === "month" ? lastMonths(count, today) : backFrom(today, count * 12);
}

const backFrom = (today: CalendarDate, months: number): Period => ({
  start: addDays(addMonths(today, -months), 1),
  end: today,
});

/** "The past month" is the one up to today, unlike "last month". */
const readPast = (groups: Groups, today: CalendarDate): Period =>
  groups.unit === "week" ? lastDays(7, today) : backFrom(today, groups.unit === "year" ? 12 : 1);

function readAgo(groups: Groups, today: CalendarDate): Period {
  const count = numberOf(groups.count ?? "1");
  if (groups.unit === "month") return monthsAgo(count, today);
  if (groups.unit === "year") return yearPeriod(datePartsOf(today).year - count);
  if (groups.unit === "day") return daysAgo(count, today);
  return weekPeriod(addDays(today, -7 * count));
}

function lastQuarters(count: number, today: CalendarDate): Period {
  const { start } = quarterPeriod(datePartsOf(today).year, quarterOf(today));
  return { start: addMonths(start, -3 * count), end: addDays(start, -1) };
}

/** "The week before last": what came before the latest whole one. */
function readBeforeLast({ unit }: Groups, today: CalendarDate): Period {
  const { year } = datePartsOf(today);
  if (unit === "week") return weekPeriod(addDays(today, -14));
  if (unit === "weekend") {
    const { start } = weekend(today);
    return { start: addDays(start, -7), end: addDays(start, -6) };
  }
  if (unit === "quarter") {
    const { start } = lastQuarters(2, today);
    return { start, end: addDays(addMonths(start, 3), -1) };
  }
  return unit === "year" ? yearPeriod(year - 2) : monthsAgo(2, today);
}

/** "The six months to October" end with that month. */
function readMonthsUpTo(groups: Groups, today: CalendarDate): Period {
  const last = readMonth(groups, today);
  const { year, month } = datePartsOf(last.start);
  const first = `${last.start.slice(0, 7)}-01`;
  return { start: addMonths(first, 1 - numberOf(groups.count ?? "1")), end: monthPeriod(year, month).end };
}

function readHalf({ half, ...groups }: Groups, today: CalendarDate): Period {
  const year = yearOf(groups, half === "1" ? 1 : 7, today);
  const { start, end } = yearPeriod(year);
  return untilToday(half === "1" ? { start, end: `${year}-06-30` } : { start: `${year}-07-01`, end }, today);
}

/** "From Q1 to Q3", "Q1-Q3 2026". */
function readQuarterRange(groups: Groups, today: CalendarDate): Period {
  const [first, last] = [Number(groups.quarter2), Number(groups.quarter)];
  const endYear = yearOf(groups, last * 3 - 2, today);
  const startYear = groups.year2 ? Number(groups.year2) : first > last ? endYear - 1 : endYear;
  return untilToday(
    { start: quarterPeriod(startYear, first).start, end: quarterPeriod(endYear, last).end },
    today,
  );
}

const daysAgo = (days: number, today: CalendarDate): Period => ({
  start: addDays(today, -days),
  end: addDays(today, -days),
});

/** The latest Saturday and Sunday that have begun. */
function weekend(today: CalendarDate): Period {
  const saturday = addDays(today, -((weekdayOf(today) + 2) % 7));
  return untilToday({ start: saturday, end: addDays(saturday, 1) }, today);
}

function monthsAgo(months: number, today: CalendarDate): Period {
  const { year, month } = datePartsOf(addMonths(`${today.slice(0, 7)}-01`, -months));
  return monthPeriod(year, month);
}

/** In this order: rules that need more words come before those that need fewer of the same. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  rule(
    "(?:since|after|ever since) (?:i (?:last )?(?:got|was|have been) (?:last )?paid(?: last)?|(?:i was |i got |getting |being )?last paid|getting paid|(?:my |the )?(?:(?:last|latest|most recent|previous) )?(?:pay ?che(?:ck|que)|pay ?day|salary|pay|wages?)(?: (?:came(?: in)?|arrived|hit|landed|was paid))?)",
    () => "since_last_paycheck",
  ),
  rule(
    "(?:of |in |over |across )?(?:all time|all of time)|ever|since the (?:very )?(?:beginning|start)(?! of)|all[- ]time|lifetime|in total ever|in all(?= ?[?.!]*$)",
    () => "all_time",
  ),
  rule(
    "(?:on |of |in )?last (?:year to date|year(?:'s)? (?:ytd|to date)|ytd)|last year (?:up to|until|by|at) (?:now|today|this (?:time|point|date|day))|last year to date",
    () => "last_year_to_date",
  ),
  rule(
    `(?:${IN} )?(?:the )?(?:(?:last|past) )?(?<season>spring|summer|autumn|fall|winter)(?: of)?${OF_YEAR}`,
    readSeason,
  ),
  ...PART_RULES.map(({ pattern, read }) => rule(pattern, read)),
  rule(
    `(?:from )?${MONTH_2}(?: (?<year2>(?:19|20)\\d\\d))? ?(?:to|through|thru|until|till|-) ?${MONTH}${OF_YEAR}`,
    readMonthRange,
  ),
  rule(
    `(?:from )?(?:the )?q(?<quarter2>[1-4])(?:,? (?<year2>20\\d\\d))? ?(?:to|through|thru|until|till|-) ?q(?<quarter>[1-4])${OF_YEAR}`,
    readQuarterRange,
  ),
  rule(
    "(?:from )?(?<year2>20\\d\\d) ?(?:to|through|thru|until|till|-) ?(?<year>20\\d\\d)(?![-/.\\d])",
    (groups, today) => untilToday({ start: `${groups.year2}-01-01`, end: `${groups.year}-12-31` }, today),
  ),
  rule(
    `(?:in |over |during |for )?(?:the )?${COUNT} months (?:to|ending(?: in)?|ended(?: in)?|through|up to|until) ${MONTH}${OF_YEAR}`,
    readMonthsUpTo,
  ),
  rule(`(?:in )?(?:the )?h(?<half>[12])${OF_YEAR}`, readHalf),
  rule(
    "(?:in |during |for )?(?:the )?(?<quarter>last|final)(?: quarter|(?: 3)? months) (?:of )?(?:(?<year>20\\d\\d)|(?:the )?(?<yearWord>last|this) year)",
    readQuarter,
  ),
  named(`(?:so far )?${THIS} month(?: so far)?|month to date|mtd`, "this_month"),
  named(`(?:so far )?${THIS} week(?: so far)?`, "this_week"),
  named(`${THIS} quarter(?: so far)?`, "this_quarter"),
  rule(`(?:in )?(?:the )?q(?<quarter>[1-4])${OF_YEAR}`, readQuarter),
  rule(
    `(?:in )?(?:the )?(?<quarter>first|second|third|fourth|[1-4])(?:st|nd|rd|th)? quarter${OF_YEAR}`,
    readQuarter,
  ),
  rule(
    `(?:in |over |during |for |within )?(?:the )?(?:last|past|previous) ${COUNT} (?<unit>day|week|month|quarter|year)s?`,
    readLastSoMany,
  ),
  rule(`${COUNT} (?<unit>day|week|month)s? (?:ago|back)`, readAgo),
  rule("(?<count>[2-9]|two|three|four|five) (?<unit>year)s (?:ago|back)", readAgo),
  rule("(?:in |during |over )?(?:the )?(?<unit>weekend|week|month|quarter|year) before last", readBeforeLast),
  rule("(?:(?:on |over |at |during )?(?:the|this|last|past|this past)|over|at) weekend", (_, today) =>
    weekend(today),
  ),
  rule("(?:the )?day before yesterday", (_, today) => daysAgo(2, today)),
  named("yesterday", "yesterday"),
  named("today", "today"),
  rule("(?:in |over |during )?(?:the )?past (?<unit>week|month|year)", readPast),
  named(`${LAST} week`, "last_week"),
  named(`${LAST} month`, "last_month"),
  named(`${LAST} quarter`, "last_quarter"),
  rule(`last ${MONTH}`, readLastMonthOfName),
  rule(`(?:${IN} )(?:this )?${MONTH}${OF_YEAR}`, readMonth),
  rule(`(?:this )?${PLAIN_MONTH}${OF_YEAR}`, readMonth),
  rule(`(?<month>may|mar),? ${YEAR}`, readMonth),
  rule("(?<month>may)(?= ?[?.!]*$)", readMonth),
  named(`(?:so far )?${THIS} year(?: so far| to date)?|(?:this )?(?:year to date|ytd)`, "this_year"),
  named(`${LAST} year`, "last_year"),
  rule(`(?:${IN} )?(?:the year )?${YEAR}`, (groups, today) =>
    untilToday(yearPeriod(Number(groups.year)), today),
  ),
];

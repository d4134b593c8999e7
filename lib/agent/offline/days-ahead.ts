import { parse } from "chrono-node/en";
import type { CalendarDate } from "../../contract/money";
import { addDays, addMonths, datePartsOf, daysBetween, toCalendarDate } from "../../domain/calendar";
import { NUMBER_PATTERN, numberOf } from "./read-text";

const LONGEST = 366;
const MOST_OF_A_YEAR = 300;
const IN_SO_LONG = new RegExp(
  `\\b(?:next|coming|in|within|over|following|upcoming)(?: the)?(?: next| coming)? ${NUMBER_PATTERN} (day|week|month|year)s?\\b|\\b${NUMBER_PATTERN} (day|week|month|year)s? (?:from now|ahead|out)\\b`,
);
const UNIT_DAYS: Record<string, number> = { day: 1, week: 7, month: 31, year: 366 };
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  /\b(?:in|during|of|for|until|till|til|by|before|through|end of|this|next)(?: (?:the )?(?:end of|month of|all of))? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?! \d)/;
const FEASTS: readonly [RegExp, string][] = [
  [/\bchristmas\b|\bxmas\b/, "12-25"],
  [
    /\bnew year'?s?(?: day)?(?!.*\beve\b)\b|\bend of the year\b|\byear(?:'s)?[- ]end\b|\brest of (?:the|this) year\b|\bthis year\b/,
    "12-31",
  ],
  [/\bvalentine'?s?(?: day)?\b/, "02-14"],
  [/\bhalloween\b/, "10-31"],
];

/**
 * How many days ahead a question looks: "the next 2 weeks", "by Friday", "on December 15", "until the end of the month";
 * undefined when it names no time that lies ahead.
 * @param today in the person's time zone
 */
export function daysAheadIn(plain: string, today: CalendarDate): number | undefined {
  const match = IN_SO_LONG.exec(plain);
  if (match) {
    const [count, unit] = [match[1] ?? match[3], match[2] ?? match[4]];
    return capped(numberOf(count ?? "1") * (UNIT_DAYS[unit ?? "day"] ?? 1));
  }
  const date = dateAhead(plain, today);
  return date === undefined ? undefined : capped(daysBetween(today, date));
}

const capped = (days: number): number => Math.min(LONGEST, Math.max(1, days));

const NAMED: readonly [RegExp, (today: CalendarDate) => CalendarDate][] = [
  [/\b(?:the )?week after(?: next)?\b/, (today) => addDays(today, 21)],
  [/\b(?:this|the) week\b|\bend of (?:the |this )?week\b|\bweekend\b/, (today) => addDays(today, 7)],
  [/\bnext week\b|\bcoming week\b|\bfortnight\b/, (today) => addDays(today, 14)],
  [/\btomorrow\b/, (today) => addDays(today, 1)],
  [/\bnext month\b/, (today) => endOfMonth(addMonths(`${today.slice(0, 7)}-01`, 1))],
  [/\b(?:this|the|of) month\b|\bmonth(?:'s)?[- ]end\b|\beom\b/, (today) => endOfMonth(today)],
  [/\b(?:next|coming) quarter\b/, (today) => addDays(today, 92)],
  [/\bnext year\b/, (today) => addDays(today, LONGEST)],
];

function dateAhead(plain: string, today: CalendarDate): CalendarDate | undefined {
  const { year, month } = datePartsOf(today);
  const feast = FEASTS.find(([pattern]) => pattern.test(plain))?.[1];
  if (feast) return `${year}-${feast}` > today ? `${year}-${feast}` : `${year + 1}-${feast}`;
  const named = NAMED.find(([pattern]) => pattern.test(plain));
  if (named) return named[1](today);
  const inMonth = MONTH.exec(plain)?.[1];
  if (!inMonth) return dayAhead(plain, today);
  const number = MONTHS.indexOf(inMonth) + 1;
  return endOfMonth(toCalendarDate({ year: number < month ? year + 1 : year, month: number, day: 1 }));
}

/** The first day of the kind that has not been. */
function dayAhead(plain: string, today: CalendarDate): CalendarDate | undefined {
  const { year, month, day } = datePartsOf(today);
  const ordinal = /\b(?:the|by|on|until|till|before) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! of)/.exec(
    plain,
  )?.[1];
  if (ordinal && Number(ordinal) < 29) {
    const date = toCalendarDate({ year, month, day: Number(ordinal) });
    return date > today ? date : addMonths(date, 1);
  }
  const [found] = parse(plain, new Date(year, month - 1, day, 12), { forwardDate: true }).filter(
    ({ start }) => start.isCertain("day") || start.isCertain("weekday"),
  );
  const start = found?.start;
  const date =
    start &&
    toCalendarDate({
      year: start.get("year") ?? year,
      month: start.get("month") ?? 1,
      day: start.get("day") ?? 1,
    });
  // "November 2", said in November, is the one that has been.
  return date && date > today && daysBetween(today, date) < MOST_OF_A_YEAR ? date : undefined;
}

const endOfMonth = (date: CalendarDate): CalendarDate => addDays(addMonths(`${date.slice(0, 7)}-01`, 1), -1);

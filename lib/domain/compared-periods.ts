import type { CalendarDate, Period } from "../contract/money";
import { addDays, addMonths, datePartsOf, daysBetween, daysInMonth } from "./calendar";
import { daysIn, monthsIn } from "./known-days";
import { monthPeriod, quarterOf, quarterPeriod, untilToday, weekPeriod, yearPeriod } from "./period";

type Unit = "week" | "month" | "quarter" | "year";

/** With what a period can be compared when no second period is named. */
export const RELATIVE_PERIODS = ["previous_period", "same_period_last_year"] as const;
type Against = Period | (typeof RELATIVE_PERIODS)[number];

type Comparison = {
  period: Period;
  against: Period;
  /** One of the two is not over, so the other was cut to the same days. */
  isSameDays: boolean;
};

/** The unit that a named period has begun to be; null: a span of days that only happens to begin with a month. */
const UNIT_OF_NAME: Record<string, Unit | null> = {
  this_week: "week",
  this_month: "month",
  this_quarter: "quarter",
  this_year: "year",
  year_to_date: "year",
  last_7_days: null,
  last_30_days: null,
  last_90_days: null,
};

/**
 * Two periods that can be compared. The one before a calendar month is the calendar month before, and so for weeks,
 * quarters, years and several whole months; before any other span it is as many days. While a unit is in progress, the
 * same days of the other one are taken: three weeks against a whole month would always look like a fall.
 * @param name of the period where it has one: "the last 30 days" are no month, even where they begin with one
 */
export function comparedPeriods(
  asked: { period: Period; name?: string | undefined; against: Against },
  today: CalendarDate,
): Comparison {
  const period = untilToday(asked.period, today);
  const unit = unitInProgress(asked.period, today, asked.name);
  if (asked.against === "same_period_last_year") {
    return { period, against: yearBefore(period), isSameDays: unit !== null };
  }
  if (asked.against === "previous_period") {
    const against = previousOf(period, unit, asked.name);
    return unit
      ? { period, against: sameDays(period, against, unit), isSameDays: true }
      : { period, against, isSameDays: false };
  }
  return aligned(period, unit, asked.against, today);
}

function aligned(period: Period, unit: Unit | null, other: Period, today: CalendarDate): Comparison {
  const against = untilToday(other, today);
  if (unit && isWhole(against, unit)) {
    return { period, against: sameDays(period, against, unit), isSameDays: true };
  }
  const otherUnit = unitInProgress(other, today);
  if (otherUnit && isWhole(period, otherUnit)) {
    return { period: sameDays(against, period, otherUnit), against, isSameDays: true };
  }
  return { period, against, isSameDays: false };
}

const WHOLE: Record<Unit, (date: CalendarDate) => Period> = {
  week: weekPeriod,
  month: (date) => monthPeriod(datePartsOf(date).year, datePartsOf(date).month),
  quarter: (date) => quarterPeriod(datePartsOf(date).year, quarterOf(date)),
  year: (date) => yearPeriod(datePartsOf(date).year),
};

const isSame = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;

const isWhole = (period: Period, unit: Unit): boolean => isSame(period, WHOLE[unit](period.start));

/** The calendar unit that has begun with this period and is not over; null when it is none. */
function unitInProgress(period: Period, today: CalendarDate, name?: string): Unit | null {
  const named = name === undefined ? undefined : UNIT_OF_NAME[name];
  if (named === null) return null;
  const units: Unit[] = named ? [named] : ["month", "quarter", "year", "week"];
  const found = units.find((unit) => {
    const whole = WHOLE[unit](period.start);
    const isAsked = period.end === today || period.end === whole.end;
    return whole.start === period.start && isAsked && period.start <= today && today < whole.end;
  });
  return found ?? null;
}

function previousOf(period: Period, unit: Unit | null, name?: string): Period {
  if (unit) return WHOLE[unit](addDays(period.start, -1));
  const isSpanOfDays = name !== undefined && UNIT_OF_NAME[name] === null;
  if (!isSpanOfDays && isWholeMonths(period)) {
    const months = monthsIn(period).length;
    return { start: addMonths(period.start, -months), end: addDays(period.start, -1) };
  }
  return { start: addDays(period.start, -daysIn(period)), end: addDays(period.start, -1) };
}

const isLastOfMonth = (date: CalendarDate): boolean => addDays(date, 1).endsWith("-01");

const isWholeMonths = ({ start, end }: Period): boolean => start.endsWith("-01") && isLastOfMonth(end);

/** As far into the other as the first has come; a day that a month does not have is its last. */
function sameDays(progress: Period, other: Period, unit: Unit): Period {
  const end =
    unit === "week"
      ? addDays(other.start, daysBetween(progress.start, progress.end))
      : addMonths(progress.end, monthsBetween(progress.start, other.start));
  return { start: other.start, end: end < other.end ? end : other.end };
}

function monthsBetween(first: CalendarDate, second: CalendarDate): number {
  const [a, b] = [datePartsOf(first), datePartsOf(second)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** Whole months stay whole: the year before the 28 days of February 2029 are 29. */
function yearBefore(period: Period): Period {
  const end = addMonths(period.end, -12);
  if (!isWholeMonths(period)) return { start: addMonths(period.start, -12), end };
  const { year, month } = datePartsOf(end);
  return { start: addMonths(period.start, -12), end: `${end.slice(0, 8)}${daysInMonth(year, month)}` };
}

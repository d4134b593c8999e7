import type { GroundingMatch } from "../../contract/grounding";
import type { CalendarDate, Period } from "../../contract/money";
import { datePartsOf } from "../calendar";
import { monthPeriod, quarterPeriod, yearPeriod } from "../period";
import type { DatePart, FoundDate } from "./found-number";
import { type KnownPeriod, type KnownValue, toMatch } from "./known-value";

/**
 * A day must be known as a day, a range as the two ends of one result. A month, quarter or year is right when something
 * known lies in it or covers it.
 */
export function matchDate({ from, to }: FoundDate, known: readonly KnownValue[]): GroundingMatch | undefined {
  const periods = known.filter((value) => value.kind === "period");
  const match = to === undefined ? findPart(from, periods) : findRange(from, to, periods);
  const said =
    match ?? known.find((value) => value.kind === "date" && isSame(value.from, from) && isSame(value.to, to));
  return said && toMatch(said);
}

const isSame = (a: DatePart | undefined, b: DatePart | undefined): boolean =>
  a?.year === b?.year && a?.quarter === b?.quarter && a?.month === b?.month && a?.day === b?.day;

function findRange(from: DatePart, to: DatePart, periods: readonly KnownPeriod[]): KnownPeriod | undefined {
  const whole = periods.find(({ start, end }) => isDay(start, from) && isDay(end, to));
  if (whole) return whole;
  return periods.find(
    ({ ref, start, end }) =>
      start === end &&
      isDay(start, from) &&
      periods.some((other) => other.ref === ref && other.start === other.end && isDay(other.end, to)),
  );
}

function findPart(part: DatePart, periods: readonly KnownPeriod[]): KnownPeriod | undefined {
  if (part.day !== undefined) return periods.find(({ start, end }) => isDay(start, part) || isDay(end, part));
  return periods.find((period) => yearsOf(part, period).some((year) => overlaps(period, unitOf(part, year))));
}

const isDay = (date: CalendarDate, { year, month, day }: DatePart): boolean => {
  const parts = datePartsOf(date);
  return (year ?? parts.year) === parts.year && (month ?? parts.month) === parts.month && day === parts.day;
};

const overlaps = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end;

/** "October" without a year is that of any year of the period. */
function yearsOf({ year }: DatePart, { start, end }: Period): number[] {
  if (year !== undefined) return [year];
  const [first, last] = [datePartsOf(start).year, datePartsOf(end).year];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function unitOf({ month, quarter }: DatePart, year: number): Period {
  if (month !== undefined) return monthPeriod(year, month);
  return quarter === undefined ? yearPeriod(year) : quarterPeriod(year, quarter);
}

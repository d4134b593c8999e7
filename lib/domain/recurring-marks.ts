import type { CalendarDate } from "../contract/money";
import type { Cadence } from "../contract/recurring";
import { dayNumberOf, daysBetween, fromDayNumber } from "./calendar";
import { roundedQuotient } from "./ratio";
import { GRIDS, type Grid } from "./recurring-grid";
import type { SeriesFacts } from "./recurring-series";
import { stemOf } from "./recurring-stem";
import type { Transaction } from "./transaction";

/** What a person says of whether a merchant's payments come back. `cadence` null: as the rows show. */
export type RecurringMark = { merchant: string; isRecurring: boolean; cadence: Cadence | null };

type Known = Pick<SeriesFacts, "name" | "cadence" | "status" | "lastDate" | "nextDate">;

/** What is marked as not recurring is no series; what is marked as recurring is sure, in the rhythm that the person named. */
export function heedMarks<Series extends Known>(
  series: readonly Series[],
  marks: readonly RecurringMark[],
): Series[] {
  const byStem = new Map(marks.map((mark) => [stemOf(mark.merchant), mark]));
  return series.flatMap((one) => {
    const mark = byStem.get(stemOf(one.name));
    if (mark === undefined) return one;
    if (!mark.isRecurring) return [];
    const told = mark.cadence === null || mark.cadence === one.cadence ? undefined : gridOf(mark.cadence);
    return {
      ...one,
      ...(one.status === "early" && { status: "active" as const }),
      ...(told && { cadence: told.cadence, nextDate: next(told, one.lastDate) }),
    };
  });
}

/** Marks of merchants that are in no series: theirs must be made of their rows. */
export const unseenMarks = (series: readonly Known[], marks: readonly RecurringMark[]): RecurringMark[] => {
  const stems = new Set(series.map(({ name }) => stemOf(name)));
  return marks.filter(({ merchant, isRecurring }) => isRecurring && !stems.has(stemOf(merchant)));
};

type MarkedSeries = SeriesFacts & { accountId: string; transactionIds: string[] };

/**
 * The series of a merchant that the person has marked as recurring, although nothing shows it: one for each account,
 * currency and direction. One row is enough.
 * @param rows of this merchant, newest first
 * @param today in the person's time zone
 */
export function markedSeries(
  mark: RecurringMark,
  rows: readonly Transaction[],
  today: CalendarDate,
): MarkedSeries[] {
  const groups = new Map<string, Transaction[]>();
  for (const row of rows.toReversed()) {
    const key = JSON.stringify([row.accountId, row.currency, row.amountMinor < 0]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group) => toSeries(mark, group, today));
}

/** @param rows oldest first, at least one */
function toSeries(mark: RecurringMark, rows: readonly Transaction[], today: CalendarDate): MarkedSeries {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new Error("A group has a row.");
  const grid = mark.cadence ? gridOf(mark.cadence) : nearestGrid(first.date, last.date, rows.length - 1);
  const nextDate = grid ? next(grid, last.date) : null;
  const isEnded = grid !== undefined && nextDate !== null && daysBetween(nextDate, today) > grid.grace;
  const sum = rows.reduce((total, { amountMinor }) => total + amountMinor, 0);
  return {
    accountId: last.accountId,
    key: JSON.stringify(["marked", stemOf(mark.merchant), last.currency, last.amountMinor < 0]),
    name: last.merchant,
    category: last.category,
    cadence: grid?.cadence ?? "irregular",
    status: isEnded ? "ended" : "active",
    averageMinor: roundedQuotient(sum, rows.length),
    lastMinor: last.amountMinor,
    isVariable: rows.some(({ amountMinor }) => amountMinor !== last.amountMinor),
    currency: last.currency,
    firstDate: first.date,
    lastDate: last.date,
    nextDate: isEnded ? null : nextDate,
    transactionIds: rows.map(({ id }) => id),
  };
}

/** Of several that go by one name the calendar's own. */
const gridOf = (cadence: Cadence): Grid | undefined => GRIDS.findLast((grid) => grid.cadence === cadence);

function nearestGrid(first: CalendarDate, last: CalendarDate, steps: number): Grid | undefined {
  if (steps < 1) return undefined;
  const gap = daysBetween(first, last) / steps;
  return GRIDS.toSorted((a, b) => Math.abs(a.period - gap) - Math.abs(b.period - gap))[0];
}

const next = (grid: Grid, date: CalendarDate): CalendarDate => fromDayNumber(grid.from(dayNumberOf(date))(1));

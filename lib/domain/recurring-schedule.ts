import type { CalendarDate } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import { dayNumberOf, daysBetween, fromDayNumber } from "./calendar";
import { GRIDS, type Grid } from "./recurring-grid";

type Series = Pick<
  RecurringView,
  "source" | "cadence" | "status" | "firstDate" | "lastDate" | "nextDate" | "transactionIds"
>;

const DAYS_OF_YEAR = 365.25;

/** Every thirty days and every month cannot be told apart in a few rows, and are a day apart after two months. */
const isTold = ({ cadence, period }: Grid): boolean => cadence !== "monthly" || period !== 30;

/** The rhythm of a series; of several that go by one name the one nearest to its rows. Nothing where nobody can tell. */
function gridOf({ source, cadence, firstDate, lastDate, transactionIds }: Series): Grid | undefined {
  const grids = GRIDS.filter((grid) => grid.cadence === cadence && isTold(grid));
  const steps = transactionIds.length - 1;
  // Plaid calls irregular what it found no rhythm in, and need not name all rows.
  if (source === "plaid" || steps < 1) return cadence === "irregular" ? undefined : grids.at(-1);
  const gap = daysBetween(firstDate, lastDate) / steps;
  return grids.toSorted((a, b) => Math.abs(a.period - gap) - Math.abs(b.period - gap))[0];
}

/** How often it comes in a year, as a whole number: 52, 26, 24, 13 (every four weeks), 12, 6, 4, 2 or 1; null where nobody can tell. */
export function timesPerYear(series: Series): number | null {
  const grid = gridOf(series);
  return grid ? Math.round(DAYS_OF_YEAR / grid.period) : null;
}

/**
 * When it is expected from today to the last day, both included, oldest first. What should have come shortly before today
 * and was not seen is still expected, so the first date may be past; the 31st is the 28th in February and the 31st again
 * in March. None of a series that has ended.
 */
export function expectedDates(series: Series, today: CalendarDate, until: CalendarDate): CalendarDate[] {
  const { status, nextDate } = series;
  if (status === "ended" || nextDate === null) return [];
  const grid = gridOf(series);
  const isOpen = (date: CalendarDate) => date >= today || daysBetween(date, today) <= (grid?.grace ?? 0);
  const dates = grid ? datesOn(grid, series, nextDate, until) : [nextDate];
  return dates.filter((date, index) => date <= until && isOpen(date) && (index === 0 || date >= today));
}

function datesOn(grid: Grid, series: Series, nextDate: CalendarDate, until: CalendarDate): CalendarDate[] {
  const next = dayNumberOf(nextDate);
  const last = dayNumberOf(until);
  // The next date alone does not tell whether February 28th stands for the 28th or for the 31st; the rows before do.
  const anchors = [series.firstDate, series.lastDate, nextDate].map(dayNumberOf);
  for (const anchor of anchors) {
    const dayAt = grid.from(anchor);
    let index = Math.max(0, Math.floor((next - anchor) / grid.period) - 1);
    while (dayAt(index) < next) index += 1;
    if (dayAt(index) !== next) continue;
    const dates: CalendarDate[] = [];
    for (; dayAt(index) <= last; index += 1) dates.push(fromDayNumber(dayAt(index)));
    return dates;
  }
  return [nextDate];
}

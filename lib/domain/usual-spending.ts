import type { CalendarDate } from "../contract/money";
import { addDays, daysBetween } from "./calendar";
import type { Transaction } from "./transaction";

/** Sums over whole weeks, so that a day of it is `amountMinor / days`. Minor units, positive is spent; never below zero. */
type Usual = { amountMinor: number; days: number };

/** What is spent besides what comes back: on average, in the half of the weeks that cost least, in the half that cost most. */
export type UsualSpending = { expected: Usual; least: Usual; most: Usual; weeks: number };

const MAX_WEEKS = 13;

/** The last whole weeks before today of which there is data, thirteen at most. Null when there is not one. */
export function usualPeriod(today: CalendarDate, firstDate: CalendarDate | null) {
  const weeks = firstDate === null ? 0 : Math.min(MAX_WEEKS, Math.floor(daysBetween(firstDate, today) / 7));
  return weeks < 1 ? null : { start: addDays(today, -7 * weeks), end: addDays(today, -1), weeks };
}

/**
 * @param rows what counts as usual, dated within `usualPeriod`; refunds lower it
 * @param weeks of the period
 */
export function usualSpending(
  rows: readonly Pick<Transaction, "date" | "amountMinor">[],
  { start, weeks }: { start: CalendarDate; weeks: number },
): UsualSpending {
  const spent = Array.from({ length: weeks }, () => 0);
  for (const { date, amountMinor } of rows) {
    const week = Math.floor(daysBetween(start, date) / 7);
    spent[week] = (spent[week] ?? 0) - amountMinor;
  }
  spent.sort((a, b) => a - b);
  const half = Math.ceil(weeks / 2);
  const over = (part: readonly number[]): Usual => ({
    amountMinor: Math.max(
      0,
      part.reduce((sum, amount) => sum + amount, 0),
    ),
    days: part.length * 7,
  });
  return { expected: over(spent), least: over(spent.slice(0, half)), most: over(spent.slice(-half)), weeks };
}

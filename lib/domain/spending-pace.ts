import type { CalendarDate, Period } from "../contract/money";
import { addDays, addMonths, monthOf } from "./calendar";
import { compareText } from "./compare-text";
import type { FlowSum } from "./flow-sums";
import { daysIn } from "./known-days";
import { roundedQuotient } from "./ratio";

/**
 * Spending (spending.v1) of this month so far beside what was spent by the same day on average of the whole months before,
 * three at most. On the last day of this month they count whole, however long they were.
 */
export const PACE_DEFINITION = "spending_pace.v1";

const MAX_MONTHS = 3;

/** Minor units, from the first of the month to the end of this day. */
type PaceDay = {
  date: CalendarDate;
  /** Null for days to come. */
  spentMinor: number | null;
  /** Null when there is no whole month before. */
  usualMinor: number | null;
};

export type PaceOfCurrency = {
  currency: string;
  /** Every day of this month, in the order of time. */
  days: PaceDay[];
  /** Until today. */
  spentMinor: number;
  usualMinor: number | null;
  /** In all of a usual month. */
  usualMonthMinor: number | null;
};

type Clock = { today: CalendarDate; firstDate: CalendarDate | null };

/** The months that are usual: whole ones of which every day is known, oldest first; their first days. */
function monthsBefore({ today, firstDate }: Clock): CalendarDate[] {
  const months = Array.from({ length: MAX_MONTHS }, (_, index) => firstOf(today, index - MAX_MONTHS));
  return months.filter((first) => firstDate !== null && first >= firstDate);
}

const firstOf = (today: CalendarDate, months: number): CalendarDate =>
  addMonths(`${monthOf(today)}-01`, months);

const wholeMonth = (first: CalendarDate): Period => ({ start: first, end: addDays(addMonths(first, 1), -1) });

/** The days whose sums `spendingPace` needs: the months before and all of this one. */
export const pacePeriod = (today: CalendarDate): Period => ({
  start: firstOf(today, -MAX_MONTHS),
  end: wholeMonth(firstOf(today, 0)).end,
});

/** How this month goes, per currency, the one with most spending first. @param sums of `pacePeriod`, by day */
export function spendingPace(
  sums: readonly FlowSum[],
  clock: Clock,
): { months: number; currencies: PaceOfCurrency[] } {
  const before = monthsBefore(clock);
  const spending = sums.filter(({ flow }) => flow === "spending");
  const currencies = [...new Set(spending.map(({ currency }) => currency))].map((currency) => {
    const spent = new Map(
      spending.filter((sum) => sum.currency === currency).map(({ key, netMinor }) => [key, -netMinor]),
    );
    return paceOf(currency, spent, before, clock.today);
  });
  return {
    months: before.length,
    currencies: currencies.sort((a, b) => b.spentMinor - a.spentMinor || compareText(a.currency, b.currency)),
  };
}

function paceOf(
  currency: string,
  spent: ReadonlyMap<CalendarDate, number>,
  before: readonly CalendarDate[],
  today: CalendarDate,
): PaceOfCurrency {
  const now = runningTotals(spent, wholeMonth(firstOf(today, 0)));
  const others = before.map((first) => runningTotals(spent, wholeMonth(first)));
  const usualOn = (index: number) =>
    others.length === 0
      ? null
      : roundedQuotient(
          others.reduce((sum, days) => sum + (amountOn(days, index, now.length) ?? 0), 0),
          others.length,
        );
  const days = now.map(({ date, amountMinor }, index) => ({
    date,
    spentMinor: date <= today ? amountMinor : null,
    usualMinor: usualOn(index),
  }));
  const at = days.find(({ date }) => date === today);
  return {
    currency,
    days,
    spentMinor: at?.spentMinor ?? 0,
    usualMinor: at?.usualMinor ?? null,
    usualMonthMinor: days.at(-1)?.usualMinor ?? null,
  };
}

type Running = { date: CalendarDate; amountMinor: number };

function runningTotals(spent: ReadonlyMap<CalendarDate, number>, period: Period): Running[] {
  let amountMinor = 0;
  return Array.from({ length: daysIn(period) }, (_, index) => {
    const date = addDays(period.start, index);
    amountMinor += spent.get(date) ?? 0;
    return { date, amountMinor };
  });
}

function amountOn(days: readonly Running[], index: number, length: number): number | undefined {
  const isLast = index === length - 1;
  return (isLast ? days.at(-1) : (days[index] ?? days.at(-1)))?.amountMinor;
}

import type { CalendarDate } from "../contract/money";
import { addDays, daysBetween } from "./calendar";
import { roundedQuotient } from "./ratio";
import type { UsualSpending } from "./usual-spending";

/**
 * THE forecast of cash: the balance of now, what is pending, regular payments and income on the days they are expected,
 * payments of cards, and each day the usual spending besides. `low` spends as in the dearer half of the last weeks, `high`
 * as in the cheaper half. Balances are those of the end of a day; today has no usual spending any more. Transfers between
 * own accounts are not foreseen.
 */
export const FORECAST_DEFINITION = "forecast.v1";

/** Minor units; positive comes in. What is dated before today is late and counted today. */
export type ForecastEvent = { date: CalendarDate; amountMinor: number };

type ForecastDay = {
  date: CalendarDate;
  /** Minor units at the end of the day: low is never above expected, expected never above high. */
  low: number;
  expected: number;
  high: number;
};

type Input = {
  today: CalendarDate;
  days: number;
  /** Minor units. */
  startMinor: number;
  events: readonly ForecastEvent[];
  /** Null when nothing is known of it. */
  usual: UsualSpending | null;
};

/** Every day from today to the last, both included; integer minor units, one currency. */
export function forecastDays({ today, days, startMinor, events, usual }: Input): ForecastDay[] {
  const changes = Array.from({ length: days + 1 }, () => 0);
  for (const { date, amountMinor } of events) {
    const day = Math.max(0, daysBetween(today, date));
    if (day <= days) changes[day] = (changes[day] ?? 0) + amountMinor;
  }
  let scheduled = startMinor;
  return changes.map((change, day) => {
    scheduled += change;
    return {
      date: addDays(today, day),
      low: scheduled - spentAfter(usual?.most, day),
      expected: scheduled - spentAfter(usual?.expected, day),
      high: scheduled - spentAfter(usual?.least, day),
    };
  });
}

/** Rounded once for all days together, so that rounding does not add up day by day. */
export const spentAfter = (usual: UsualSpending["expected"] | undefined, days: number): number =>
  usual === undefined ? 0 : roundedQuotient(usual.amountMinor * days, usual.days);

type Band = "low" | "expected";

/** The first of the days on which least is left. */
export function lowestDay(days: readonly ForecastDay[], band: Band) {
  return days.reduce<ForecastDay | undefined>(
    (lowest, day) => (lowest === undefined || day[band] < lowest[band] ? day : lowest),
    undefined,
  );
}

/** The first day that ends below zero; null when none does. */
export const runsOutOn = (days: readonly ForecastDay[], band: Band): CalendarDate | null =>
  days.find((day) => day[band] < 0)?.date ?? null;

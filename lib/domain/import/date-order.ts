import type { DateOrder } from "../../contract/imports";
import type { CalendarDate } from "../../contract/money";
import { addDays } from "../calendar";
import { orderedDate, type ReadDate, readDate } from "./read-date";

/** Exports list planned payments at most this far ahead. */
const DAYS_AHEAD = 45;

type DateColumn = {
  /** Null: both orders are possible and lead to different dates, so only the person can say. */
  order: DateOrder | null;
  isAmbiguous: boolean;
};

/**
 * Decides by the whole column how dates such as 03/04/2026 are meant: by a day above 12, by points (nobody writes the
 * month first with points), or because one order would put transactions into the future.
 * @param today in the person's time zone
 */
export function decideDateOrder(values: readonly string[], today: CalendarDate): DateColumn {
  const numbers = values.flatMap((value) => {
    const read = readDate(value);
    return read.kind === "numbers" ? [{ value, read }] : [];
  });
  if (numbers.length === 0) return { order: null, isAmbiguous: false };
  const fits = (order: DateOrder) => numbers.filter(({ read }) => orderedDate(read, order)).length;
  const [dayFirst, monthFirst] = [fits("day_first"), fits("month_first")];
  if (dayFirst !== monthFirst) return decided(dayFirst > monthFirst);
  if (numbers.some(({ value }) => value.includes("."))) return decided(true);
  if (numbers.every(({ read }) => read.first === read.second)) return decided(true);
  return orderByToday(numbers, today);
}

const decided = (isDayFirst: boolean): DateColumn => ({
  order: isDayFirst ? "day_first" : "month_first",
  isAmbiguous: false,
});

type Numbers = Extract<ReadDate, { kind: "numbers" }>;

function orderByToday(numbers: readonly { read: Numbers }[], today: CalendarDate): DateColumn {
  const last = addDays(today, DAYS_AHEAD);
  const reachesFuture = (order: DateOrder) =>
    numbers.some(({ read }) => (orderedDate(read, order) ?? "") > last);
  const [dayFirst, monthFirst] = [reachesFuture("day_first"), reachesFuture("month_first")];
  if (dayFirst !== monthFirst) return decided(monthFirst);
  return { order: null, isAmbiguous: true };
}

/** The first date of the column that the two orders read differently, with both readings. */
export function exampleReadings(values: readonly string[]) {
  for (const value of values) {
    const read = readDate(value);
    if (read.kind !== "numbers" || read.first === read.second) continue;
    const [dayFirst, monthFirst] = [orderedDate(read, "day_first"), orderedDate(read, "month_first")];
    if (dayFirst && monthFirst) return { text: value, day_first: dayFirst, month_first: monthFirst };
  }
  return null;
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cadence } from "../contract/recurring";
import { addDays, addMonths, datePartsOf, daysInMonth } from "./calendar";
import { expectedDates, timesPerYear } from "./recurring-schedule";
import "../../tests/support/property-seed";

const series = (cadence: Cadence, firstDate: string, lastDate: string, nextDate: string, seen = 12) => ({
  source: "detected" as const,
  cadence,
  status: "active" as const,
  firstDate,
  lastDate,
  nextDate,
  transactionIds: Array.from({ length: seen }, (_, index) => `row-${index}`),
});

describe("when a series is expected", () => {
  it("is the last day of a short month for the 31st, and the 31st again after it", () => {
    const rent = series("monthly", "2026-01-31", "2026-12-31", "2027-01-31");
    expect(expectedDates(rent, "2027-01-05", "2027-05-31")).toEqual([
      "2027-01-31",
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
      "2027-05-31",
    ]);
  });

  it("is the 31st again even when the next one falls in February", () => {
    const rent = series("monthly", "2026-03-31", "2027-01-31", "2027-02-28", 11);
    expect(expectedDates(rent, "2027-02-05", "2027-03-31")).toEqual(["2027-02-28", "2027-03-31"]);
    const onThe28th = series("monthly", "2026-03-28", "2027-01-28", "2027-02-28", 11);
    expect(expectedDates(onThe28th, "2027-02-05", "2027-03-31")).toEqual(["2027-02-28", "2027-03-28"]);
  });

  it("is February 29th again in a leap year", () => {
    const yearly = series("yearly", "2024-02-29", "2027-02-28", "2028-02-29", 4);
    expect(expectedDates(yearly, "2027-12-01", "2029-03-01")).toEqual(["2028-02-29", "2029-02-28"]);
  });

  it("is every second Friday for pay of a fortnight, three times in some months", () => {
    const pay = series("fortnightly", "2026-06-12", "2026-11-27", "2026-12-11", 13);
    expect(expectedDates(pay, "2026-11-28", "2027-01-31")).toEqual([
      "2026-12-11",
      "2026-12-25",
      "2027-01-08",
      "2027-01-22",
    ]);
  });

  it("is the middle and the end of the month for pay that comes twice", () => {
    const pay = series("twice_monthly", "2026-08-15", "2027-02-15", "2027-02-28", 13);
    expect(expectedDates(pay, "2027-02-16", "2027-03-31")).toEqual([
      "2027-02-28",
      "2027-03-15",
      "2027-03-30",
    ]);
  });

  it("is every four weeks where the rows say so", () => {
    const four = series("monthly", "2026-01-05", "2026-11-09", "2026-12-07");
    expect(expectedDates(four, "2026-11-10", "2027-01-31")).toEqual(["2026-12-07", "2027-01-04"]);
    expect(timesPerYear(four)).toBe(13);
  });

  it("keeps one that is late for a while, and gives up what is long past", () => {
    const late = series("monthly", "2026-01-10", "2026-10-10", "2026-11-10", 10);
    expect(expectedDates(late, "2026-11-20", "2026-12-31")).toEqual(["2026-11-10", "2026-12-10"]);
    expect(expectedDates(late, "2026-12-20", "2027-01-31")).toEqual(["2027-01-10"]);
  });

  it("is never for a series that has ended, and once where nobody knows the rhythm", () => {
    const ended = {
      ...series("monthly", "2026-01-10", "2026-05-10", "2026-06-10"),
      status: "ended" as const,
    };
    expect(expectedDates(ended, "2026-06-01", "2026-12-31")).toEqual([]);
    const unknown = {
      ...series("irregular", "2026-01-10", "2026-05-17", "2026-06-10"),
      source: "plaid" as const,
    };
    expect(expectedDates(unknown, "2026-06-01", "2026-12-31")).toEqual(["2026-06-10"]);
    expect(timesPerYear(unknown)).toBeNull();
  });

  it("is every month once, on the day of the series or the last of a shorter month, from any day on", () => {
    const start = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2020-01-01", days));
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 3, max: 30 }),
        fc.integer({ min: 1, max: 24 }),
        (first, seen, ahead) => {
          const on = (index: number) => addMonths(first, index);
          const found = expectedDates(
            series("monthly", first, on(seen - 1), on(seen), seen),
            on(seen),
            on(seen + ahead),
          );
          expect(found).toEqual(Array.from({ length: ahead + 1 }, (_, index) => on(seen + index)));
          for (const date of found) {
            const { year, month, day } = datePartsOf(date);
            expect(day).toBe(Math.min(datePartsOf(first).day, daysInMonth(year, month)));
          }
        },
      ),
    );
  });
});

it.each<[Cadence, number]>([
  ["weekly", 52],
  ["fortnightly", 26],
  ["twice_monthly", 24],
  ["quarterly", 4],
  ["yearly", 1],
])("%s is %i times a year", (cadence, times) => {
  expect(timesPerYear({ ...series(cadence, "2026-01-01", "2026-01-01", "2026-02-01", 1) })).toBe(times);
});

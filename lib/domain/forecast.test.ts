import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "./calendar";
import { forecastDays, lowestDay, runsOutOn, spentAfter } from "./forecast";
import { usualPeriod, usualSpending } from "./usual-spending";
import "../../tests/support/property-seed";

const TODAY = "2028-02-27";
const amount = fc.integer({ min: -500_000, max: 500_000 });
const events = fc.array(
  fc.record({
    date: fc.integer({ min: -5, max: 100 }).map((days) => addDays(TODAY, days)),
    amountMinor: amount,
  }),
  { maxLength: 20 },
);
const usual = fc
  .record({
    weeks: fc.integer({ min: 1, max: 13 }),
    rows: fc.array(fc.record({ day: fc.nat({ max: 90 }), amountMinor: amount }), { maxLength: 40 }),
  })
  .map(({ weeks, rows }) => {
    const start = addDays(TODAY, -7 * weeks);
    const dated = rows.map(({ day, amountMinor }) => ({
      date: addDays(start, day % (7 * weeks)),
      amountMinor,
    }));
    return usualSpending(dated, { start, weeks });
  });

it("ends with what there was, and what was scheduled, less what is usual", () => {
  fc.assert(
    fc.property(
      amount,
      events,
      usual,
      fc.integer({ min: 1, max: 90 }),
      (startMinor, planned, spending, days) => {
        const found = forecastDays({ today: TODAY, days, startMinor, events: planned, usual: spending });
        const last = addDays(TODAY, days);
        const sum = planned
          .filter(({ date }) => date <= last)
          .reduce((total, one) => total + one.amountMinor, 0);
        expect(found).toHaveLength(days + 1);
        expect(found.at(-1)).toMatchObject({
          date: last,
          expected: startMinor + sum - spentAfter(spending.expected, days),
        });
        for (const { low, expected, high } of found) {
          expect(Number.isInteger(expected)).toBe(true);
          expect(low).toBeLessThanOrEqual(expected);
          expect(expected).toBeLessThanOrEqual(high);
        }
        const lowest = lowestDay(found, "expected");
        expect(Math.min(...found.map((day) => day.expected))).toBe(lowest?.expected);
        expect(runsOutOn(found, "expected") === null).toBe((lowest?.expected ?? 0) >= 0);
      },
    ),
  );
});

it("counts what is late today, and goes through February 29th", () => {
  const found = forecastDays({
    today: TODAY,
    days: 3,
    startMinor: 10_000,
    events: [
      { date: "2028-02-20", amountMinor: -4_000 },
      { date: "2028-02-29", amountMinor: -7_000 },
      { date: "2028-03-02", amountMinor: -999 },
    ],
    usual: null,
  });
  expect(found.map(({ date, expected }) => [date, expected])).toEqual([
    ["2028-02-27", 6_000],
    ["2028-02-28", 6_000],
    ["2028-02-29", -1_000],
    ["2028-03-01", -1_000],
  ]);
  expect(runsOutOn(found, "expected")).toBe("2028-02-29");
});

it("takes the average of whole weeks, the cheaper half and the dearer half of them", () => {
  const period = usualPeriod(TODAY, addDays(TODAY, -30));
  expect(period).toEqual({ start: addDays(TODAY, -28), end: addDays(TODAY, -1), weeks: 4 });
  const rows = [-7_000, -1_400, -2_800, -14_000].map((amountMinor, week) => ({
    date: addDays(TODAY, -28 + 7 * week + 6),
    amountMinor,
  }));
  expect(usualSpending(rows, { start: addDays(TODAY, -28), weeks: 4 })).toEqual({
    expected: { amountMinor: 25_200, days: 28 },
    least: { amountMinor: 4_200, days: 14 },
    most: { amountMinor: 21_000, days: 14 },
    weeks: 4,
  });
});

it("knows nothing usual before there is a week of data", () => {
  expect([usualPeriod(TODAY, null), usualPeriod(TODAY, addDays(TODAY, -6))]).toEqual([null, null]);
});

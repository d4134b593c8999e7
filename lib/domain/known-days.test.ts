import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, addMonths } from "./calendar";
import { daysIn, knownPart, monthsIn, wholeMonthsOf } from "./known-days";

const known = { firstDate: "2024-12-02", today: "2026-11-24" };
const year = { start: "2026-01-01", end: "2026-12-31" };

it("takes a period as far as there is data", () => {
  expect(knownPart(year, known)).toEqual({ start: "2026-01-01", end: "2026-11-24" });
  expect(knownPart({ start: "2020-01-01", end: "2024-12-02" }, known)).toEqual({
    start: "2024-12-02",
    end: "2024-12-02",
  });
  expect(knownPart({ start: "2020-01-01", end: "2024-12-01" }, known)).toBeNull();
  expect(knownPart(year, { ...known, firstDate: null })).toBeNull();
});

it("counts a month as whole only when every day of it is known and over", () => {
  expect(wholeMonthsOf(year, known)).toEqual({
    period: { start: "2026-01-01", end: "2026-10-31" },
    months: 10,
  });
  expect(wholeMonthsOf({ start: "2024-12-01", end: "2025-01-31" }, known)).toEqual({
    period: { start: "2025-01-01", end: "2025-01-31" },
    months: 1,
  });
  expect(wholeMonthsOf({ start: "2026-10-02", end: "2026-11-24" }, known)).toBeNull();
  const onTheLastDay = { firstDate: "2024-01-01", today: "2028-02-29" };
  expect(wholeMonthsOf({ start: "2028-02-01", end: "2028-02-29" }, onTheLastDay)).toBeNull();
  expect(
    wholeMonthsOf({ start: "2028-02-01", end: "2028-02-29" }, { ...onTheLastDay, today: "2028-03-01" })
      ?.months,
  ).toBe(1);
});

it("has whole months exactly where a month lies in what is known, for every period", () => {
  const date = fc.integer({ min: 0, max: 1_500 }).map((day) => addDays("2023-11-15", day));
  fc.assert(
    fc.property(date, date, date, date, (a, b, firstDate, today) => {
      const period = a < b ? { start: a, end: b } : { start: b, end: a };
      const expected = monthsIn(period).filter((month) => {
        const first = `${month}-01`;
        const last = addDays(addMonths(first, 1), -1);
        return period.start <= first && last <= period.end && firstDate <= first && last < today;
      });
      const whole = wholeMonthsOf(period, { firstDate, today });
      expect(whole === null ? [] : monthsIn(whole.period)).toEqual(expected);
      expect(whole?.months ?? 0).toBe(expected.length);
    }),
  );
});

it("counts both ends of a period", () => {
  expect(daysIn({ start: "2028-02-28", end: "2028-03-01" })).toBe(3);
});

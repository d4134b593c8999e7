import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period } from "../contract/money";
import { addDays, addMonths } from "./calendar";
import { comparedPeriods } from "./compared-periods";
import { daysIn } from "./known-days";
import { type NamedPeriod, resolvePeriod } from "./period";

const text = ({ start, end }: Period) => `${start}/${end}`;
const TODAY = "2026-11-24";

const before = (name: NamedPeriod, today = TODAY) => {
  const { period, against, isSameDays } = comparedPeriods(
    { period: resolvePeriod(name, today), name, against: "previous_period" },
    today,
  );
  return [text(period), text(against), isSameDays];
};
const between = (period: Period, against: Period, today = TODAY) => {
  const compared = comparedPeriods({ period, against }, today);
  return [text(compared.period), text(compared.against), compared.isSameDays];
};

describe("the period before", () => {
  it.each([
    ["last_month", "2026-04-15", "2026-03-01/2026-03-31", "2026-02-01/2026-02-28", false],
    ["last_month", "2028-04-15", "2028-03-01/2028-03-31", "2028-02-01/2028-02-29", false],
    ["last_month", "2026-01-31", "2025-12-01/2025-12-31", "2025-11-01/2025-11-30", false],
    ["last_week", TODAY, "2026-11-16/2026-11-22", "2026-11-09/2026-11-15", false],
    ["last_quarter", TODAY, "2026-07-01/2026-09-30", "2026-04-01/2026-06-30", false],
    ["last_year", TODAY, "2025-01-01/2025-12-31", "2024-01-01/2024-12-31", false],
    ["last_3_months", TODAY, "2026-08-01/2026-10-31", "2026-05-01/2026-07-31", false],
    ["last_30_days", "2026-11-30", "2026-11-01/2026-11-30", "2026-10-02/2026-10-31", false],
    ["last_7_days", "2026-11-07", "2026-11-01/2026-11-07", "2026-10-25/2026-10-31", false],
    ["today", TODAY, "2026-11-24/2026-11-24", "2026-11-23/2026-11-23", false],
    ["this_month", TODAY, "2026-11-01/2026-11-24", "2026-10-01/2026-10-24", true],
    ["this_month", "2026-03-30", "2026-03-01/2026-03-30", "2026-02-01/2026-02-28", true],
    ["this_month", "2026-10-31", "2026-10-01/2026-10-31", "2026-09-01/2026-09-30", false],
    ["this_week", TODAY, "2026-11-23/2026-11-24", "2026-11-16/2026-11-17", true],
    ["this_quarter", TODAY, "2026-10-01/2026-11-24", "2026-07-01/2026-08-24", true],
    ["this_year", TODAY, "2026-01-01/2026-11-24", "2025-01-01/2025-11-24", true],
    ["year_to_date", "2026-01-20", "2026-01-01/2026-01-20", "2025-01-01/2025-01-20", true],
    ["this_year", "2028-02-29", "2028-01-01/2028-02-29", "2027-01-01/2027-02-28", true],
  ] as const)("%s on %s", (name, today, ...expected) => {
    expect(before(name, today)).toEqual(expected);
  });

  it("ends the day before the period begins, for every span of days", () => {
    const date = fc.integer({ min: 0, max: 2_000 }).map((day) => addDays("2024-01-02", day));
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 400 }), (start, days) => {
        const period = { start, end: addDays(start, days) };
        const { against } = comparedPeriods({ period, against: "previous_period" }, "2035-06-15");
        expect(addDays(against.end, 1)).toBe(start);
        const isMonths = start.endsWith("-01") && addDays(period.end, 1).endsWith("-01");
        if (!isMonths) expect(daysIn(against)).toBe(daysIn(period));
      }),
    );
  });
});

describe("two periods that are named", () => {
  const november = { start: "2026-11-01", end: "2026-11-30" };
  const october = { start: "2026-10-01", end: "2026-10-31" };

  it("are compared as far as the one in progress has come, whichever it is", () => {
    expect(between(november, october)).toEqual(["2026-11-01/2026-11-24", "2026-10-01/2026-10-24", true]);
    expect(between(october, november)).toEqual(["2026-10-01/2026-10-24", "2026-11-01/2026-11-24", true]);
  });

  it("stay as they are when both are over, or when they are not the same kind of period", () => {
    expect(between(october, { start: "2026-05-01", end: "2026-05-31" })[2]).toBe(false);
    expect(between(november, { start: "2026-07-01", end: "2026-09-30" })).toEqual([
      "2026-11-01/2026-11-24",
      "2026-07-01/2026-09-30",
      false,
    ]);
  });
});

describe("the same period last year", () => {
  const lastYear = (period: Period, today = TODAY) =>
    text(comparedPeriods({ period, against: "same_period_last_year" }, today).against);

  it("has the same dates, whole months staying whole and a leap day becoming the last of February", () => {
    expect(lastYear({ start: "2026-10-01", end: "2026-10-31" })).toBe("2025-10-01/2025-10-31");
    expect(lastYear({ start: "2026-11-01", end: "2026-11-30" })).toBe("2025-11-01/2025-11-24");
    expect(lastYear({ start: "2029-02-01", end: "2029-02-28" }, "2029-06-01")).toBe("2028-02-01/2028-02-29");
    expect(lastYear({ start: "2028-02-29", end: "2028-02-29" }, "2029-06-01")).toBe("2027-02-28/2027-02-28");
  });

  it("is twelve months earlier for every month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 240 }), (months) => {
        const start = addMonths("2010-01-01", months);
        const end = addDays(addMonths(start, 1), -1);
        const begin = addMonths(start, -12);
        expect(lastYear({ start, end }, "2040-01-15")).toBe(`${begin}/${addDays(addMonths(begin, 1), -1)}`);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  formatDate,
  toCalendarDate,
  todayIn,
  weekdayOf,
} from "./calendar";
import { formatPeriod, isWithin, NAMED_PERIODS, periodName, resolvePeriod, untilToday } from "./period";

const anyDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => toCalendarDate({ year, month, day }));

describe("named periods", () => {
  it.each([
    ["today", "2026-11-24", "2026-11-24", "2026-11-24"],
    ["yesterday", "2026-03-01", "2026-02-28", "2026-02-28"],
    ["yesterday", "2028-03-01", "2028-02-29", "2028-02-29"],
    ["this_week", "2026-11-24", "2026-11-23", "2026-11-24"],
    ["last_week", "2026-11-24", "2026-11-16", "2026-11-22"],
    ["last_week", "2026-11-22", "2026-11-09", "2026-11-15"],
    ["this_month", "2026-11-24", "2026-11-01", "2026-11-24"],
    ["last_month", "2026-11-24", "2026-10-01", "2026-10-31"],
    ["last_month", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["last_month", "2028-03-31", "2028-02-01", "2028-02-29"],
    ["last_month", "2026-01-15", "2025-12-01", "2025-12-31"],
    ["this_quarter", "2026-11-24", "2026-10-01", "2026-11-24"],
    ["last_quarter", "2026-02-10", "2025-10-01", "2025-12-31"],
    ["last_quarter", "2026-05-10", "2026-01-01", "2026-03-31"],
    ["this_year", "2026-11-24", "2026-01-01", "2026-11-24"],
    ["last_year", "2026-11-24", "2025-01-01", "2025-12-31"],
    ["year_to_date", "2026-11-24", "2026-01-01", "2026-11-24"],
    ["last_year_to_date", "2026-11-24", "2025-01-01", "2025-11-24"],
    ["last_year_to_date", "2028-02-29", "2027-01-01", "2027-02-28"],
    ["last_7_days", "2026-11-24", "2026-11-18", "2026-11-24"],
    ["last_30_days", "2026-03-01", "2026-01-31", "2026-03-01"],
    ["last_90_days", "2026-11-24", "2026-08-27", "2026-11-24"],
    ["last_3_months", "2026-11-24", "2026-08-01", "2026-10-31"],
    ["last_12_months", "2026-11-24", "2025-11-01", "2026-10-31"],
  ] as const)("%s on %s is %s to %s", (name, today, start, end) => {
    expect(resolvePeriod(name, today)).toEqual({ start, end });
  });

  it("never end before they start, nor after today", () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...NAMED_PERIODS), (today, name) => {
        const { start, end } = resolvePeriod(name, today);
        return start <= end && end <= today;
      }),
    );
  });

  it("last month ends on the day before this month starts", () => {
    fc.assert(
      fc.property(anyDate, (today) => {
        const last = resolvePeriod("last_month", today);
        return addDays(last.end, 1) === resolvePeriod("this_month", today).start;
      }),
    );
  });

  it("a period that lies ahead is left as it is", () => {
    const ahead = { start: "2026-12-01", end: "2026-12-31" };
    expect(untilToday(ahead, "2026-11-24")).toEqual(ahead);
  });
});

describe("calendar dates", () => {
  it("go forth and back by any number of days", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const other = addDays(date, days);
        return daysBetween(date, other) === days && addDays(other, -days) === date;
      }),
    );
  });

  it("keep the day of the month, or take the last one", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2026-03-31", -13)).toBe("2025-02-28");
    expect(daysInMonth(2028, 2)).toBe(29);
    expect(daysInMonth(2100, 2)).toBe(28);
  });

  it("know their weekday", () => {
    expect(weekdayOf("2026-11-23")).toBe(0);
    expect(weekdayOf("1969-12-28")).toBe(6);
  });

  it.each([
    ["2026-11-25T03:30:00Z", "America/Los_Angeles", "2026-11-24"],
    ["2026-11-25T03:30:00Z", "UTC", "2026-11-25"],
    ["2026-11-24T15:00:00Z", "Pacific/Auckland", "2026-11-25"],
    // The night in which clocks go back, and the one in which they go forward.
    ["2026-11-01T06:30:00Z", "America/New_York", "2026-11-01"],
    ["2026-03-08T04:59:00Z", "America/New_York", "2026-03-07"],
    ["2026-11-24T12:00:00Z", "No/Such_Zone", "2026-11-24"],
  ])("at %s it is in %s the %s", (moment, zone, date) => {
    expect(todayIn(zone, new Date(moment))).toBe(date);
  });

  it("are written the way people read them", () => {
    expect(formatDate("2026-02-03")).toBe("Feb 3, 2026");
    expect(formatPeriod({ start: "2026-10-01", end: "2026-10-31" })).toBe("Oct 1 to Oct 31, 2026");
    expect(formatPeriod({ start: "2025-12-30", end: "2026-01-02" })).toBe("Dec 30, 2025 to Jan 2, 2026");
    expect(periodName({ start: "2026-10-01", end: "2026-10-31" })).toBe("October 2026");
    expect(periodName({ start: "2026-10-01", end: "2026-10-30" })).toBe("Oct 1 to Oct 30, 2026");
    expect(isWithin("2026-10-31", { start: "2026-10-01", end: "2026-10-31" })).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, isBusinessDay, onOrAfterBusinessDay, onOrBeforeBusinessDay } from "./business-days";
import { addDays, dayOfMonth, daysInMonth, isCalendarDate, monthOf, monthsBefore, weekday } from "./calendar";

const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays("1990-01-01", offset));

describe("calendar", () => {
  it("knows which days exist", () => {
    expect(isCalendarDate("2024-02-29")).toBe(true);
    expect(isCalendarDate("2025-02-29")).toBe(false);
    expect(isCalendarDate("2025-2-1")).toBe(false);
    expect(isCalendarDate("soon")).toBe(false);
  });

  it("takes the last day of a month that has no such day", () => {
    expect(dayOfMonth("2024-02", 31)).toBe("2024-02-29");
    expect(dayOfMonth("2025-02", 31)).toBe("2025-02-28");
    expect(dayOfMonth("2025-04", 31)).toBe("2025-04-30");
    expect(monthsBefore("2026-03-31", 1)).toBe("2026-02-28");
    expect(monthsBefore("2024-02-29", 12)).toBe("2023-02-28");
  });

  it("counts days as the clock-free calendar does, through changes to summer time too", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, count) => {
        const there = addDays(day, count);
        expect(addDays(there, -count)).toBe(day);
        expect((((weekday(there) - weekday(day) - count) % 7) + 7) % 7).toBe(0);
        expect(Number(day.slice(8))).toBeLessThanOrEqual(daysInMonth(monthOf(day)));
      }),
    );
  });
});

describe("business days", () => {
  it("rest on weekends and bank holidays", () => {
    expect(isBusinessDay("2026-11-26")).toBe(false); // Thanksgiving
    expect(isBusinessDay("2026-05-25")).toBe(false); // Memorial Day
    expect(isBusinessDay("2026-07-03")).toBe(true); // The 4th is a Saturday: banks open on Friday
    expect(isBusinessDay("2027-07-05")).toBe(false); // The 4th is a Sunday: banks close on Monday
    expect(isBusinessDay("2026-11-24")).toBe(true);
  });

  it("move a payment forward and a salary back", () => {
    expect(onOrAfterBusinessDay("2026-11-26")).toBe("2026-11-27");
    expect(onOrBeforeBusinessDay("2026-11-29")).toBe("2026-11-27");
    expect(addBusinessDays("2026-11-25", 1)).toBe("2026-11-27");
  });

  it("never give a day of rest", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 10 }), (day, count) => {
        expect(isBusinessDay(onOrAfterBusinessDay(day))).toBe(true);
        expect(isBusinessDay(onOrBeforeBusinessDay(day))).toBe(true);
        expect(isBusinessDay(addBusinessDays(day, count))).toBe(true);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, momentIn, todayIn, weekdayOf } from "./calendar";
import { usualWeeks, weekBefore, weekBesideUsual } from "./weekly-digest";

const sum = (currency: string, netMinor: number) => ({
  flow: "spending" as const,
  key: "",
  currency,
  netMinor,
  inMinor: 0,
  rowCount: 1,
  inCount: 0,
  outCount: 1,
});

describe("a week beside the usual", () => {
  it("is the one from Monday to Sunday that ended before this Monday", () => {
    expect(weekBefore("2026-11-30")).toEqual({ start: "2026-11-23", end: "2026-11-29" });
  });

  it("compares with whole weeks before it of which there is data, thirteen at most", () => {
    const week = weekBefore("2026-11-30");
    expect(usualWeeks(week, "2024-01-01")).toMatchObject({
      start: "2026-08-24",
      end: "2026-11-22",
      weeks: 13,
    });
    expect(usualWeeks(week, "2026-11-10")).toMatchObject({ start: "2026-11-16", weeks: 1 });
    expect(usualWeeks(week, "2026-11-20")).toBeNull();
    expect(usualWeeks(week, null)).toBeNull();
  });

  it("tells of each currency by itself, the one with most spending first, and of one that only others weeks had", () => {
    const now = [sum("EUR", -1_000), sum("USD", -5_000)];
    expect(weekBesideUsual(now, [sum("USD", -9_001), sum("GBP", -400)], 2)).toEqual([
      { currency: "USD", spentMinor: 5_000, usualMinor: 4_501 },
      { currency: "EUR", spentMinor: 1_000, usualMinor: 0 },
      { currency: "GBP", spentMinor: 0, usualMinor: 200 },
    ]);
  });

  it("has nothing usual before a whole week is known", () => {
    expect(weekBesideUsual([sum("USD", -5_000)], [], 0)).toEqual([
      { currency: "USD", spentMinor: 5_000, usualMinor: null },
    ]);
  });
});

const ZONES = [
  "UTC",
  "America/Los_Angeles",
  "Europe/Berlin",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Nowhere/At-all",
];

describe("seven o'clock of a day in a zone", () => {
  it("is when its clocks show seven, whatever they do in between", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 4_000 }).map((day) => addDays("2023-01-02", day)),
        (zone, date) => {
          const moment = momentIn(zone, date, 7);
          expect(todayIn(zone, moment)).toBe(date);
          const timeZone = zone === "Nowhere/At-all" ? "UTC" : zone;
          const shown = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
          expect(shown.format(moment)).toBe("07:00");
        },
      ),
    );
  });

  it("follows the change of the clocks: a week with it has an hour less or more", () => {
    const hours = (from: string, to: string) =>
      (momentIn("Europe/Berlin", to, 7).getTime() - momentIn("Europe/Berlin", from, 7).getTime()) / 3_600_000;
    expect(weekdayOf("2026-03-23")).toBe(0);
    expect(hours("2026-03-23", "2026-03-30")).toBe(167);
    expect(hours("2026-10-19", "2026-10-26")).toBe(169);
    expect(hours("2026-06-01", "2026-06-08")).toBe(168);
  });
});

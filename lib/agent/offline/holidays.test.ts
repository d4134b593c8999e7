import { describe, expect, it } from "vitest";
import { findPeriods } from "./find-periods";

const dayOf = (said: string): string[] =>
  findPeriods(said, { today: "2026-11-24", firstDate: null }).periods.map((period) =>
    typeof period === "string" ? period : period.start,
  );

describe("holidays", () => {
  it.each([
    ["on halloween", "2026-10-31"],
    ["on christmas eve", "2025-12-24"],
    ["on thanksgiving", "2025-11-27"],
    ["on black friday 2024", "2024-11-29"],
    ["on cyber monday last year", "2025-12-01"],
    ["on labor day", "2026-09-07"],
    ["on memorial day", "2026-05-25"],
    ["on easter sunday", "2026-04-05"],
    ["on easter monday 2025", "2025-04-21"],
    ["on good friday 2024", "2024-03-29"],
  ])("%s is the latest that has been, or the one of the year", (said, day) => {
    expect(dayOf(said)).toEqual([day]);
  });

  it.each(["around christmas", "over easter", "on thanksgiving weekend", "on valentine's gifts"])(
    "%s is no single day",
    (said) => {
      expect(dayOf(said)).toEqual([]);
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetProgress, isBudgetCategory } from "./budget";

const november = { start: "2026-11-01", end: "2026-11-30" };
const standing = (spentMinor: number, today: string) =>
  budgetProgress({ amountMinor: 30_000 }, spentMinor, november, today);

describe("a budget", () => {
  it("is measured against the days that have gone, today included", () => {
    expect(standing(12_000, "2026-11-15")).toEqual({
      leftMinor: 18_000,
      evenPaceMinor: 15_000,
      projectedMinor: 24_000,
      leftPerDayMinor: 1_125,
      daysLeft: 16,
      status: "within",
    });
  });

  it("is ahead when more is spent than an even pace, and over only when nothing is left", () => {
    expect(standing(15_001, "2026-11-15").status).toBe("ahead");
    expect(standing(30_000, "2026-11-15").status).toBe("ahead");
    expect(standing(30_001, "2026-11-15")).toMatchObject({
      status: "over",
      leftMinor: -1,
      leftPerDayMinor: null,
    });
  });

  it("of a month that is over has no pace any more: within or over", () => {
    expect(standing(29_999, "2026-12-10")).toMatchObject({
      status: "within",
      evenPaceMinor: 30_000,
      projectedMinor: null,
      daysLeft: 0,
    });
  });

  it("of a month to come is whole", () => {
    expect(standing(0, "2026-10-20")).toMatchObject({ leftMinor: 30_000, evenPaceMinor: null, daysLeft: 30 });
  });

  it("counts refunds that were more than what was bought as more left, and projects nothing from them", () => {
    expect(standing(-5_000, "2026-11-10")).toMatchObject({ leftMinor: 35_000, projectedMinor: 0 });
  });

  it("never allows more a day than is left", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.nat(12_000_000),
        fc.integer({ min: 1, max: 30 }),
        (amountMinor, spent, day) => {
          const today = `2026-11-${String(day).padStart(2, "0")}`;
          const { leftPerDayMinor, daysLeft, leftMinor } = budgetProgress(
            { amountMinor },
            spent,
            november,
            today,
          );
          expect(leftMinor + spent).toBe(amountMinor);
          expect((leftPerDayMinor ?? 0) * daysLeft).toBeLessThanOrEqual(Math.max(leftMinor, 0));
        },
      ),
    );
  });

  it("is for what money is spent on", () => {
    expect(
      ["groceries", "uncategorized", "salary", "transfer", "card_payment"].map((id) =>
        isBudgetCategory(id as "rent"),
      ),
    ).toEqual([true, true, false, false, false]);
  });
});

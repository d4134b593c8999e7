import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./calendar";
import { goalProgress } from "./goal";

const today = "2026-11-24";
const goal = { targetMinor: 500_000, savedMinor: 200_000, targetDate: "2027-05-24", today };

describe("a goal", () => {
  it("says what each month must bring, and when the pace so far would reach it", () => {
    const progress = goalProgress({
      ...goal,
      savedBefore: { date: addDays(today, -90), amountMinor: 110_000 },
    });
    expect(progress).toEqual({
      isReached: false,
      leftMinor: 300_000,
      saved: { basisPoints: 4_000, formatted: "40%" },
      neededMonthlyMinor: 50_000,
      paceMonthlyMinor: 30_000,
      projectedDate: addDays(today, 300),
      isOnTrack: false,
    });
  });

  it("is on track when the pace reaches it by its date", () => {
    const fast = goalProgress({ ...goal, savedBefore: { date: addDays(today, -90), amountMinor: 20_000 } });
    expect(fast).toMatchObject({ projectedDate: addDays(today, 150), isOnTrack: true });
  });

  it("has no projected date when nothing was gained, and no pace when nothing is known", () => {
    const lost = goalProgress({ ...goal, savedBefore: { date: addDays(today, -90), amountMinor: 230_000 } });
    expect(lost).toMatchObject({ paceMonthlyMinor: -10_000, projectedDate: null, isOnTrack: false });
    expect(goalProgress(goal)).toMatchObject({
      paceMonthlyMinor: null,
      projectedDate: null,
      isOnTrack: null,
    });
    const sinceToday = { date: today, amountMinor: 0 };
    expect(goalProgress({ ...goal, savedBefore: sinceToday }).paceMonthlyMinor).toBeNull();
  });

  it("that is reached needs nothing more", () => {
    expect(goalProgress({ ...goal, savedMinor: 500_001 })).toMatchObject({
      isReached: true,
      leftMinor: 0,
      neededMonthlyMinor: null,
      projectedDate: null,
      isOnTrack: true,
    });
  });

  it("asks for all that is left where less than two months are, and for nothing a month once its date is past", () => {
    expect(goalProgress({ ...goal, targetDate: "2026-12-01" }).neededMonthlyMinor).toBe(300_000);
    expect(goalProgress({ ...goal, targetDate: "2027-01-23" }).neededMonthlyMinor).toBe(300_000);
    expect(goalProgress({ ...goal, targetDate: "2027-01-24" }).neededMonthlyMinor).toBe(150_000);
    expect(goalProgress({ ...goal, targetDate: today }).neededMonthlyMinor).toBeNull();
  });

  it("is reached in time by what it asks for each month", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.nat(9_000_000),
        fc.integer({ min: 2, max: 60 }),
        (targetMinor, savedMinor, months) => {
          const year = 2026 + Math.floor((10 + months) / 12);
          const targetDate = `${year}-${String(((10 + months) % 12) + 1).padStart(2, "0")}-24`;
          const { neededMonthlyMinor, leftMinor } = goalProgress({
            targetMinor,
            savedMinor,
            targetDate,
            today,
          });
          const brought = (neededMonthlyMinor ?? 0) * months;
          expect(brought).toBeGreaterThanOrEqual(leftMinor);
          expect(brought - leftMinor).toBeLessThan(months);
        },
      ),
    );
  });
});

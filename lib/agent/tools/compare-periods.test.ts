import { expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { ComparisonResult } from "../../contract/results/comparison-result";
import { comparePeriods } from "./compare-periods";

it("compares calendar months, and says what changed most, to the cent", async () => {
  const result = await comparePeriods(householdWithTraps(), { period: "last_month" });
  expect(ComparisonResult.parse(result)).toEqual(result);
  expect(result).toMatchObject({
    definition: "comparison.v1",
    metric: "spending",
    period: { start: "2026-10-01", end: "2026-10-31" },
    against: { start: "2026-09-01", end: "2026-09-30" },
    isSameDays: false,
    totals: [
      {
        now: { amountMinor: 272_697 },
        before: { amountMinor: 29_760 },
        change: { amountMinor: 242_937, formatted: "$2,429.37" },
        percent: { basisPoints: 81_632 },
        direction: "up",
      },
    ],
  });
  expect(result.caveats).toBeUndefined();
  expect(
    result.groups.slice(0, 2).map(({ label, change, percent }) => [label, change.formatted, percent]),
  ).toEqual([
    ["Rent", "$2,100.00", null],
    ["General shopping", "$279.99", null],
  ]);
});

it("takes the same days of the month before while a month is in progress, and says so", async () => {
  const result = await comparePeriods(householdWithTraps(), {
    period: "this_month",
    against: "last_month",
    categories: ["groceries"],
    groupBy: "merchant",
  });
  expect(result).toMatchObject({
    against: { start: "2026-10-01", end: "2026-10-24" },
    isSameDays: true,
    totals: [
      {
        now: { amountMinor: 8_550 },
        before: { amountMinor: 17_450 },
        percent: { basisPoints: -5_100 },
        direction: "down",
      },
    ],
  });
  expect(result.caveats).toEqual([
    "The period is not over, so the same days are compared: Nov 1 to Nov 24, 2026 with Oct 1 to Oct 24, 2026.",
  ]);
  expect(result.groups.map(({ label, change }) => [label, change.amountMinor])).toEqual([
    ["Trader Joe's", -4_760],
    ["Safeway", -4_140],
  ]);
});

it("compares what was left, and says when a period has no data", async () => {
  const result = await comparePeriods(householdWithTraps(), {
    period: "last_month",
    against: "same_period_last_year",
    metric: "net",
    groupBy: "none",
  });
  expect(result).toMatchObject({
    against: { start: "2025-10-01", end: "2025-10-31" },
    totals: [{ now: { amountMinor: 217_624 }, before: { amountMinor: 0 }, percent: null }],
    groups: [],
  });
  const early = await comparePeriods(householdWithTraps(), {
    period: { start: "2024-12-01", end: "2024-12-31" },
  });
  expect(early.caveats?.[0]).toBe(
    "Your data begins on Dec 2, 2024, so Dec 1 to Dec 31, 2024 is not all there.",
  );
});

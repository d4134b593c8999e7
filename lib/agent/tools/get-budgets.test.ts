import { describe, expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { getBudgets } from "./get-budgets";
import { getGoals } from "./get-goals";

const usd = (category: string, amountMinor: number) => ({ category, currency: "USD", amountMinor });
const household = {
  ...householdWithTraps(),
  budgets: async () => [usd("groceries", 20_000), usd("restaurants", 2_000), usd("pets", 5_000)],
};

describe("get_budgets", () => {
  it("measures this month by the one definition of spending, pending rows included", async () => {
    const { budgets, totals, period, daysLeft, rowCount } = await getBudgets(household, {});
    expect(period).toEqual({ start: "2026-11-01", end: "2026-11-30" });
    expect(daysLeft).toBe(7);
    expect(
      budgets.map(({ label, spent, left, status }) => [label, spent.amountMinor, left.amountMinor, status]),
    ).toEqual([
      ["Groceries", 8_550, 11_450, "within"],
      ["Restaurants", 2_730, -730, "over"],
      ["Pets", 0, 5_000, "within"],
    ]);
    expect(budgets[0]).toMatchObject({
      evenPace: { amountMinor: 16_000 },
      projected: { amountMinor: 10_688 },
      leftPerDay: { amountMinor: 1_635 },
      used: { formatted: "42.8%" },
    });
    expect(totals).toMatchObject([
      { budgeted: { amountMinor: 27_000 }, spent: { amountMinor: 11_280 }, left: { amountMinor: 15_720 } },
    ]);
    expect(rowCount).toBe(3);
  });

  it("takes refunds off in a month that is over, and narrows by name", async () => {
    const { budgets } = await getBudgets(household, { month: "2026-10", categories: ["food shopping"] });
    expect(budgets).toMatchObject([
      { category: "groceries", spent: { amountMinor: 17_450 }, projected: null },
    ]);
  });

  it("has nothing to say of no budget, and does not read all spending for it", async () => {
    expect(await getBudgets(householdWithTraps(), {})).toMatchObject({
      budgets: [],
      totals: [],
      rowCount: 0,
      rows: [],
    });
  });

  it("knows months of the calendar only", async () => {
    await expect(getBudgets(household, { month: "2026-13" })).rejects.toThrow("not a month");
  });
});

describe("get_goals", () => {
  const goal = {
    id: "g1",
    name: "New bicycle",
    targetMinor: 90_000,
    currency: "USD",
    targetDate: "2027-02-24",
    accountId: null,
    accountName: null,
    savedMinor: 30_000,
    savedBefore: null,
  };
  const saver = { ...householdWithTraps(), goals: async () => [goal] };

  it("says what is left and what each month must bring", async () => {
    expect((await getGoals(saver, { name: "bicycle" })).goals).toMatchObject([
      {
        left: { amountMinor: 60_000 },
        neededPerMonth: { amountMinor: 20_000 },
        pacePerMonth: null,
        isOnTrack: null,
      },
    ]);
  });

  it("names the nearest goal for one that is not known", async () => {
    await expect(getGoals(saver, { name: "New bicicle" })).rejects.toMatchObject({
      failure: { error: { code: "unknown_goal", suggestions: ["New bicycle"] } },
    });
  });
});

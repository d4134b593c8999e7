import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Debt, monthlyInterest, PAYOFF_STRATEGIES, payoffOrder, planPayoff } from "./debt-payoff";
import "../../tests/support/property-seed";

const debt = (id: string, owedMinor: number, rateMillionths: number, minimumMinor: number): Debt => ({
  id,
  owedMinor,
  rateMillionths,
  minimumMinor,
});

describe("a payoff, worked out by hand", () => {
  it("adds a month's interest, then takes the payment off", () => {
    // 12 % on 1,000.00: 10.00, 6.10, 2.16; payments of 400.00, 400.00 and the rest.
    expect(
      planPayoff([debt("card", 100_000, 120_000, 40_000)], { strategy: "avalanche", extraMinor: 0 }),
    ).toEqual({
      debts: [{ id: "card", months: 3, interestMinor: 1_826, paidMinor: 101_826 }],
      months: 3,
      interestMinor: 1_826,
      paidMinor: 101_826,
    });
  });

  it("gives the minimum that has become free to the next debt", () => {
    const debts = [debt("small", 10_000, 0, 5_000), debt("large", 40_000, 0, 5_000)];
    // Two months of both, then 100.00 a month: 300.00 are left of the large one.
    expect(planPayoff(debts, { strategy: "snowball", extraMinor: 0 })?.debts).toEqual([
      { id: "small", months: 2, interestMinor: 0, paidMinor: 10_000 },
      { id: "large", months: 5, interestMinor: 0, paidMinor: 40_000 },
    ]);
  });

  it("never ends where payments do not cover interest", () => {
    const never = [debt("card", 1_000_000, 240_000, 20_000)];
    expect(planPayoff(never, { strategy: "avalanche", extraMinor: 0 })).toBeNull();
    expect(planPayoff(never, { strategy: "avalanche", extraMinor: 5_000 })?.months).toBeGreaterThan(1);
  });

  it("is nothing when nothing is owed", () => {
    expect(planPayoff([debt("card", 0, 240_000, 0)], { strategy: "snowball", extraMinor: 0 })).toMatchObject({
      months: 0,
      paidMinor: 0,
    });
  });
});

it("orders by rate or by size, and equal ones by the other", () => {
  const debts = [debt("a", 500, 100, 1), debt("b", 300, 200, 1), debt("c", 200, 100, 1)];
  expect(payoffOrder(debts, "avalanche").map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(payoffOrder(debts, "snowball").map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

it("rounds a month's interest half up, exactly for the largest amounts", () => {
  expect(monthlyInterest({ owedMinor: 120_000, rateMillionths: 249_900 })).toBe(2_499);
  expect(monthlyInterest({ owedMinor: 6, rateMillionths: 1_000_000 })).toBe(1);
  expect(monthlyInterest({ owedMinor: 5, rateMillionths: 1_000_000 })).toBe(0);
  expect(monthlyInterest({ owedMinor: 900_000_000_001, rateMillionths: 120_000 })).toBe(9_000_000_000);
});

const debts = fc
  .array(
    fc.record({
      owedMinor: fc.integer({ min: 1, max: 3_000_000 }),
      rateMillionths: fc.integer({ min: 0, max: 360_000 }),
      minimumMinor: fc.integer({ min: 0, max: 60_000 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((one, index): Debt => ({ ...one, id: `debt-${index}` })));
const extra = fc.integer({ min: 0, max: 100_000 });

it("pays exactly what was owed and its interest, of each debt and of all, within the budget", () => {
  fc.assert(
    fc.property(debts, extra, fc.constantFrom(...PAYOFF_STRATEGIES), (all, extraMinor, strategy) => {
      const plan = planPayoff(all, { strategy, extraMinor });
      if (plan === null) return;
      const owed = new Map(all.map(({ id, owedMinor }) => [id, owedMinor]));
      for (const { id, paidMinor, interestMinor } of plan.debts) {
        expect(paidMinor).toBe((owed.get(id) ?? 0) + interestMinor);
        expect(interestMinor).toBeGreaterThanOrEqual(0);
      }
      const principal = all.reduce((sum, { owedMinor }) => sum + owedMinor, 0);
      expect(plan.paidMinor).toBe(principal + plan.interestMinor);
      const budget = all.reduce((sum, { minimumMinor }) => sum + minimumMinor, extraMinor);
      expect(plan.paidMinor).toBeLessThanOrEqual(budget * plan.months);
      expect(plan.paidMinor).toBeGreaterThan(budget * (plan.months - 1));
      expect(plan.debts).toHaveLength(all.length);
    }),
  );
});

it("is never later and never dearer for one debt when more is paid", () => {
  fc.assert(
    fc.property(debts, extra, fc.integer({ min: 1, max: 50_000 }), ([first], extraMinor, more) => {
      if (!first) return;
      const plan = planPayoff([first], { strategy: "avalanche", extraMinor });
      const faster = planPayoff([first], { strategy: "avalanche", extraMinor: extraMinor + more });
      if (plan === null) return;
      expect(faster?.months).toBeLessThanOrEqual(plan.months);
      expect(faster?.interestMinor).toBeLessThanOrEqual(plan.interestMinor);
    }),
  );
});

import { describe, expect, it } from "vitest";
import { accountBalance, netWorthByCurrency } from "./net-worth";

const stated = (currentMinor: number | null, availableMinor: number | null = null) => ({
  currentMinor,
  availableMinor,
});

describe("accountBalance", () => {
  it.each([
    ["what is in an account adds", "depository", stated(500, 400), 500],
    ["what is owed on a card lowers", "credit", stated(500, 400), -500],
    ["a loan paid too much adds", "loan", stated(-20), 20],
    ["what is available stands in for the balance of an account", "depository", stated(null, 400), 400],
    ["credit that is left on a card is not money", "credit", stated(null, 400), null],
    ["nothing stated is not zero", "investment", stated(null), null],
    ["zero owed is zero, not minus zero", "credit", stated(0), 0],
  ] as const)("%s", (_what, type, amounts, expected) => {
    expect(accountBalance({ type, ...amounts })).toBe(expected);
  });
});

describe("netWorthByCurrency", () => {
  it("never adds currencies, and leaves out what the bank does not say", () => {
    const rows = [
      { currency: "USD", balanceMinor: 1_000 },
      { currency: "USD", balanceMinor: -300 },
      { currency: "EUR", balanceMinor: 50 },
      { currency: "EUR", balanceMinor: null },
    ];
    expect(netWorthByCurrency(rows)).toEqual([
      { currency: "USD", amountMinor: 700 },
      { currency: "EUR", amountMinor: 50 },
    ]);
  });
});

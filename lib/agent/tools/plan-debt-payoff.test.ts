import { expect, it } from "vitest";
import { debt, householdWithBills } from "../../../tests/support/household-with-bills";
import { DebtPayoffResult } from "../../contract/results/debt-payoff-result";
import type { Liability } from "../../domain/liability";
import { planDebtPayoff } from "./plan-debt-payoff";

const rate = (percent: number) => [{ kind: "purchase_apr", percent }];
const card = (name: string, owedMinor: number, percent: number, minimumPaymentMinor: number) =>
  debt(name, { name, owedMinor }, { rates: rate(percent), minimumPaymentMinor });

const plan = (liabilities: Liability[], input: Parameters<typeof planDebtPayoff>[1] = {}) =>
  planDebtPayoff(householdWithBills({ liabilities }), input);

it("plans months, interest and the date of the last payment, to the cent", async () => {
  const result = await plan([card("Card", 100_000, 12, 30_000)], { extraPerMonth: 100 });
  expect(DebtPayoffResult.parse(result)).toEqual(result);
  expect(result).toMatchObject({
    strategy: "avalanche",
    extraPerMonth: { amountMinor: 10_000 },
    budgetPerMonth: { amountMinor: 40_000 },
    // 10.00, 6.10 and 2.16 of interest.
    plan: {
      months: 3,
      payoffDate: "2027-02-24",
      interest: { amountMinor: 1_826 },
      paid: { amountMinor: 101_826 },
    },
    // Without it 10.00, 7.10, 4.17 and 1.21.
    withoutExtra: { months: 4, interest: { amountMinor: 2_248 } },
    saved: { months: 1, interest: { amountMinor: 422 } },
  });
});

it("goes to the dearest first or to the smallest first, and compares both", async () => {
  const debts = [card("Dear", 300_000, 24, 6_000), card("Small", 50_000, 6, 2_500)];
  const avalanche = await plan(debts, { extraPerMonth: 200 });
  const snowball = await plan(debts, { extraPerMonth: 200, strategy: "snowball" });
  expect(avalanche.debts.map(({ name }) => name)).toEqual(["Dear", "Small"]);
  expect(snowball.debts.map(({ name }) => name)).toEqual(["Small", "Dear"]);
  expect(avalanche.otherStrategy).toEqual(snowball.plan);
  expect(avalanche.interestBeyondOther?.amountMinor).toBeLessThan(0);
  expect(snowball.interestBeyondOther?.amountMinor).toBe(-(avalanche.interestBeyondOther?.amountMinor ?? 0));
});

it("says so when the minimum does not cover the interest", async () => {
  const result = await plan([card("Card", 1_000_000, 24, 20_000)]);
  expect(result.plan).toBeNull();
  expect(result.debts).toMatchObject([{ minimumCoversInterest: false, plan: null }]);
  expect(result.caveats).toEqual(["These payments never pay the debts off: more a month is needed."]);
  expect((await plan([card("Card", 1_000_000, 24, 20_000)], { extraPerMonth: 100 })).plan).not.toBeNull();
});

it("leaves out what has no known rate or minimum, by name, and refuses when nothing is left", async () => {
  const unknown = debt(
    "Loan",
    { name: "Loan", type: "loan", owedMinor: 5_000 },
    { minimumPaymentMinor: 100 },
  );
  const result = await plan([card("Card", 100_000, 12, 30_000), unknown]);
  expect(result.leftOut).toEqual([{ name: "Loan", reason: "The bank does not say its rate." }]);
  expect(result.owed.amountMinor).toBe(100_000);
  await expect(plan([unknown])).rejects.toMatchObject({ failure: { error: { code: "unknown_terms" } } });
  await expect(plan([debt("Paid", { owedMinor: 0 })])).rejects.toMatchObject({
    failure: { error: { code: "no_debt" } },
  });
});

it("does not add currencies", async () => {
  const euro = debt(
    "Euro",
    { name: "Euro", owedMinor: 1_000, currency: "EUR" },
    { rates: rate(10), minimumPaymentMinor: 500 },
  );
  await expect(plan([card("Card", 100_000, 12, 30_000), euro])).rejects.toMatchObject({
    failure: { error: { code: "several_currencies" } },
  });
});

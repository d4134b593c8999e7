import { expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { CashFlowResult } from "../../contract/results/cash-flow-result";
import { getCashFlow } from "./get-cash-flow";

it("says what came, went and was left, to the cent, with neither transfers nor card payments", async () => {
  const result = await getCashFlow(householdWithTraps(), { period: "last_month" });
  expect(CashFlowResult.parse(result)).toEqual(result);
  expect(result).toMatchObject({
    definition: "cash_flow.v1",
    period: { start: "2026-10-01", end: "2026-10-31" },
    dataFrom: "2024-12-02",
    rowCount: 18,
    currencies: [
      {
        currency: "USD",
        income: { amountMinor: 490_321 },
        spending: { amountMinor: 272_697 },
        net: { amountMinor: 217_624, formatted: "$2,176.24" },
        savingsRate: { basisPoints: 4_438, formatted: "44.4%" },
        wholeMonths: 1,
      },
    ],
  });
});

it("says that a month in progress is not whole, and leaves it out of the average", async () => {
  const result = await getCashFlow(householdWithTraps(), {
    period: { start: "2026-10-01", end: "2026-11-30" },
  });
  const [usd] = result.currencies;
  expect(usd?.months.map(({ label, isWhole, period }) => [label, isWhole, period.end])).toEqual([
    ["October 2026", true, "2026-10-31"],
    ["November 2026", false, "2026-11-24"],
  ]);
  expect(usd?.averagePerMonth?.net.amountMinor).toBe(217_624);
  expect(usd?.net.amountMinor).toBe(217_624 + 245_000 - 228_676);
});

it("has no savings rate for an account into which no income comes", async () => {
  const result = await getCashFlow(householdWithTraps(), {
    period: "last_month",
    accounts: ["Sapphire Card"],
  });
  expect(result.currencies).toMatchObject([{ income: { amountMinor: 0 }, savingsRate: null }]);
});

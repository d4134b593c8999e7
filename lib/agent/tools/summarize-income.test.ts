import { expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { IncomeResult } from "../../contract/results/income-result";
import { summarizeIncome } from "./summarize-income";

it("counts pay and interest, and neither refunds nor transfers nor card payments", async () => {
  const result = await summarizeIncome(householdWithTraps(), { period: "last_month", groupBy: "merchant" });
  expect(IncomeResult.parse(result)).toEqual(result);
  expect(result).toMatchObject({
    kind: "income",
    definition: "income.v1",
    period: { start: "2026-10-01", end: "2026-10-31" },
    rowCount: 3,
    totals: [{ amountMinor: 490_321, formatted: "$4,903.21" }],
    statistics: [
      {
        count: 3,
        average: { amountMinor: 163_440 },
        reversalCount: 0,
        averagePerMonth: { amountMinor: 490_321 },
        largest: { merchant: "Acme Payroll", date: "2026-10-30" },
        smallest: { merchant: "Interest", amount: { amountMinor: 321 } },
      },
    ],
  });
  expect(
    result.groups.map(({ label, amount, share }) => [label, amount.formatted, share?.formatted]),
  ).toEqual([
    ["Acme Payroll", "$4,900.00", "99.9%"],
    ["Interest", "$3.21", "0.1%"],
  ]);
});

it("is zero, with no averages of nothing, where nothing came", async () => {
  const result = await summarizeIncome(householdWithTraps(), { period: "today" });
  expect(result).toMatchObject({
    rowCount: 0,
    totals: [{ amountMinor: 0, currency: "USD" }],
    statistics: [],
  });
});

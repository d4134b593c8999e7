import { expect, it } from "vitest";
import { debt, householdWithBills } from "../../../tests/support/household-with-bills";
import { LiabilitiesResult } from "../../contract/results/liabilities-result";
import { getLiabilities } from "./get-liabilities";

it("tells what is owed and on which terms, the largest debt first", async () => {
  const result = await getLiabilities(householdWithBills(), {});
  expect(LiabilitiesResult.parse(result)).toEqual(result);
  expect(result.liabilities).toMatchObject([
    {
      name: "Auto Loan",
      owed: { formatted: "$9,000.00" },
      yearlyRate: { basisPoints: 613, formatted: "6.125%" },
      // 9,000.00 x 6.125 % / 12 = 45.9375
      monthlyInterest: { formatted: "$45.94" },
      minimumPayment: { formatted: "$310.00" },
      dueDate: "2026-12-06",
      dueInDays: 12,
      isOverdue: null,
      utilisation: null,
    },
    {
      name: "Sapphire Card",
      owed: { formatted: "$1,200.00" },
      yearlyRate: { basisPoints: 2_499, formatted: "24.99%" },
      monthlyInterest: { formatted: "$24.99" },
      limit: { formatted: "$5,000.00" },
      available: { formatted: "$3,800.00" },
      utilisation: { basisPoints: 2_400, formatted: "24%" },
      isOverdue: false,
    },
  ]);
  expect(result.totals).toMatchObject([
    {
      owed: { amountMinor: 1_020_000 },
      minimumPayments: { amountMinor: 34_500 },
      monthlyInterest: { amountMinor: 7_093 },
      cards: { owed: { amountMinor: 120_000 }, limit: { amountMinor: 500_000 }, cardCount: 1 },
    },
  ]);
  expect(result.overdue).toEqual([]);
});

it("takes cards together by their limits, and never lowers one debt by what was paid too much on another", async () => {
  const liabilities = [
    debt("full", { name: "Full", owedMinor: 90_000, limitMinor: 100_000 }, { isOverdue: true }),
    debt("over", { name: "Overpaid", owedMinor: -5_000, limitMinor: 200_000 }),
    debt("charge", { name: "No limit", owedMinor: 40_000 }, null),
    debt("euro", { name: "Euro", owedMinor: 10_000, limitMinor: 40_000, currency: "EUR" }),
    debt("silent", { name: "Silent" }, null),
  ];
  const result = await getLiabilities(householdWithBills({ liabilities }), {});
  expect(result.totals.map(({ owed, cards }) => [owed.formatted, cards?.utilisation.basisPoints])).toEqual([
    ["$1,300.00", 3_000],
    ["€100.00", 2_500],
  ]);
  expect(result.overdue).toEqual(["Full"]);
  expect(result.caveats).toEqual(["The bank does not say what is owed on Silent: it is in no total."]);
  expect(result.liabilities.find(({ name }) => name === "Overpaid")).toMatchObject({
    owed: { amountMinor: -5_000 },
    available: { amountMinor: 205_000 },
    utilisation: { basisPoints: 0 },
  });
});

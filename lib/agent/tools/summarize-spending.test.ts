import { expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { memoryLedger } from "../../../tests/support/memory-ledger";
import { SpendingResult } from "../../contract/results/spending-result";
import type { Transaction } from "../../domain/transaction";
import { summarizeSpending } from "./summarize-spending";

it("brings the rows that make up the total, largest first, refunds with them", async () => {
  const result = await summarizeSpending(householdWithTraps(), {
    period: "last_month",
    categories: ["groceries"],
  });
  expect(SpendingResult.parse(result)).toEqual(result);
  expect(result.rows?.map(({ amount }) => amount.amountMinor)).toEqual([-10_000, -8_550, 2_550, -1_450]);
  const sum = result.rows?.reduce((total, { amount }) => total - amount.amountMinor, 0);
  expect(sum).toBe(result.totals[0]?.amountMinor);
  expect(result.rows?.[0]).toMatchObject({
    date: "2026-10-01",
    merchant: "Trader Joe's",
    category: "Groceries",
    account: "Sapphire Card",
  });
});

it("brings fifty rows at most, which stay small, and counts all of them", async () => {
  const rows = Array.from({ length: 258 }, (_, index): Transaction => ({ ...purchase, id: `r${index}` }));
  const ledger = memoryLedger({ today: "2026-11-24", accounts: [], transactions: rows });
  const result = await summarizeSpending(ledger, { period: "last_month" });
  expect(result.rowCount).toBe(258);
  expect(result.rows).toHaveLength(50);
  expect(JSON.stringify(result).length).toBeLessThan(16_000);
});

it("counts only purchases of the amount that was asked for, both ends included", async () => {
  const spent = async (range: { minAmount?: number; maxAmount?: number }) => {
    const result = await summarizeSpending(householdWithTraps(), {
      period: "last_month",
      categories: ["groceries"],
      ...range,
    });
    return [result.definition, result.totals[0]?.amountMinor, result.rowCount];
  };
  expect(await spent({})).toEqual(["spending.v1", 17_450, 4]);
  expect(await spent({ minAmount: 85.5 })).toEqual(["purchases.v1", 18_550, 2]);
  expect(await spent({ minAmount: 85.51 })).toEqual(["purchases.v1", 10_000, 1]);
  expect(await spent({ maxAmount: 85.5 })).toEqual(["purchases.v1", 10_000, 2]);
});

const purchase = {
  accountId: "a",
  accountName: "Everyday Checking",
  accountType: "depository",
  date: "2026-10-10",
  amountMinor: -1_000,
  currency: "USD",
  merchant: "A merchant with a long name",
  description: "",
  category: "general_shopping",
  flow: "spending",
  pending: false,
} as const;

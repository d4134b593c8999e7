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

it("tells refunds, averages and the ends of the range, so that nobody has to divide", async () => {
  const result = await summarizeSpending(householdWithTraps(), {
    period: "last_month",
    categories: ["groceries"],
  });
  expect(result.statistics).toMatchObject([
    {
      count: 3,
      average: { amountMinor: 6_667 },
      reversalCount: 1,
      reversed: { amountMinor: 2_550 },
      averagePerDay: { amountMinor: 563 },
      averagePerMonth: { amountMinor: 17_450 },
      largest: { merchant: "Trader Joe's", amount: { amountMinor: -10_000 } },
      smallest: { merchant: "Safeway", amount: { amountMinor: -1_450 } },
    },
  ]);
  expect(result.averagedOver).toEqual({
    days: 31,
    months: 1,
    monthsPeriod: { start: "2026-10-01", end: "2026-10-31" },
  });
});

it("averages per month over whole months only: the one in progress would make it too small", async () => {
  const result = await summarizeSpending(householdWithTraps(), {
    period: { start: "2026-09-10", end: "2026-11-24" },
    groupBy: "category",
    categories: ["groceries", "coffee"],
  });
  expect(result.totals[0]?.amountMinor).toBe(8_000 + 17_450 + 5_240 + 3_310 + 1_200 + 495);
  expect(result.averagedOver).toMatchObject({ days: 76, months: 1, monthsPeriod: { start: "2026-10-01" } });
  expect(result.statistics?.[0]?.averagePerMonth?.amountMinor).toBe(18_650);
  expect(result.groups.map(({ label, averagePerMonth }) => [label, averagePerMonth?.amountMinor])).toEqual([
    ["Groceries", 17_450],
    ["Coffee shops", 1_200],
  ]);
});

it("leaves out what is excluded, and says so; a name that is not known is a problem", async () => {
  const ask = (exclude: { categories?: string[]; merchants?: string[] }) =>
    summarizeSpending(householdWithTraps(), { period: "last_month", exclude });
  const all = (await ask({})).totals[0]?.amountMinor ?? 0;
  const result = await ask({ categories: ["rent", "eating out"], merchants: ["Amazon Prime"] });
  expect(result.filters.exclude?.merchants).toEqual(["Amazon Prime"]);
  expect(result.filters.exclude?.categories).toContain("Rent");
  expect(result.totals[0]?.amountMinor).toBe(all - 210_000 - 8_200 - 1_200 - 1_499);
  await expect(ask({ merchants: ["Starbukcs"] })).rejects.toThrow("no merchant");
});

it.each([
  ["account", "Everyday Checking", 211_450],
  ["week", "Week of Sep 28, 2026", 220_575],
  ["day", "Oct 1, 2026", 10_000],
] as const)("groups by %s, and the groups add up to the total", async (groupBy, label, amountMinor) => {
  const result = await summarizeSpending(householdWithTraps(), { period: "last_month", groupBy });
  expect(result.groups[0]).toMatchObject({ label, amount: { amountMinor } });
  const sum = result.groups.reduce((total, { amount }) => total + amount.amountMinor, 0);
  expect(sum).toBe(result.totals[0]?.amountMinor);
});

it("shows the latest days where there are more than fit", async () => {
  const result = await summarizeSpending(householdWithTraps(), {
    period: "all_time",
    groupBy: "day",
    limit: 2,
  });
  expect(result.groups.map(({ key }) => key)).toEqual(["2026-11-23", "2026-11-24"]);
  expect(result.groupCount).toBeGreaterThan(2);
});

it("keeps currencies apart in totals, shares and averages, and adds none to another", async () => {
  const rows: Transaction[] = [
    { ...purchase, id: "usd", amountMinor: -10_000 },
    { ...purchase, id: "jpy", amountMinor: -5_000, currency: "JPY" },
    { ...purchase, id: "jpy2", amountMinor: -1_000, currency: "JPY", category: "groceries" },
  ];
  const ledger = memoryLedger({ today: "2026-11-24", accounts: [], transactions: rows });
  const result = await summarizeSpending(ledger, { period: "last_month", groupBy: "category" });
  expect(result.totals.map(({ formatted }) => formatted)).toEqual(["$100.00", "¥6,000"]);
  expect(result.groups.map(({ amount, share }) => [amount.formatted, share?.formatted])).toEqual([
    ["$100.00", "100%"],
    ["¥5,000", "83.3%"],
    ["¥1,000", "16.7%"],
  ]);
  expect(result.statistics?.map(({ smallest }) => smallest?.id)).toEqual(["usd", "jpy2"]);
});

it("counts from the last paycheck, the day of pay included", async () => {
  const ask = (transactions?: Transaction[]) =>
    summarizeSpending(
      transactions ? memoryLedger({ today: "2026-11-24", accounts: [], transactions }) : householdWithTraps(),
      { period: "since_last_paycheck" },
    );
  const result = await ask();
  expect(result.period).toEqual({ start: "2026-11-15", end: "2026-11-24" });
  expect(result.totals[0]?.amountMinor).toBe(2_730 + 495 + 3_310);
  await expect(ask([])).rejects.toThrow("No paycheck");
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

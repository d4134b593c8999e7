import { expect, test } from "vitest";
import type { SpendingResult } from "../../lib/contract/results/spending-result";
import { describeCut, describeFilters, formatRange, readToolOutput, summariseResult } from "./tool-summary";

const spending: SpendingResult = {
  kind: "spending",
  definition: "spending.v1",
  asOf: "2026-11-24T15:20:00.000Z",
  rowCount: 1234,
  period: { start: "2026-10-01", end: "2026-10-31" },
  groupBy: "none",
  filters: { categories: ["Groceries", "Restaurants"], merchants: [], accounts: ["Checking"] },
  totals: [{ amountMinor: 64_218, currency: "USD", formatted: "$642.18" }],
  groups: [],
};

test.each([
  ["2026-10-01", "2026-10-31", "Oct 1 – 31, 2026"],
  ["2026-10-03", "2026-10-03", "Oct 3, 2026"],
  ["2026-10-01", "2026-11-24", "Oct 1 – Nov 24, 2026"],
  ["2025-12-15", "2026-01-14", "Dec 15, 2025 – Jan 14, 2026"],
])("a range from %s to %s says each month and year once", (start, end, text) => {
  expect(formatRange({ start, end })).toBe(text);
});

test("a sum says how many transactions of when were added up", () => {
  expect(summariseResult(spending)).toBe("Added up 1,234 transactions, Oct 1 – 31, 2026");
});

test("a search of all time names no period, and one row is not 'rows'", () => {
  const { asOf, definition } = spending;
  const result = {
    kind: "transactions",
    definition,
    asOf,
    rowCount: 1,
    period: null,
    transactions: [],
    truncated: false,
    totals: [],
  } as const;
  expect(summariseResult({ ...result, transactions: [], totals: [] })).toBe("Looked at 1 transaction");
});

test("accounts are counted", () => {
  const { asOf, definition } = spending;
  expect(
    summariseResult({ kind: "accounts", definition, asOf, rowCount: 0, accounts: [], netByCurrency: [] }),
  ).toBe("Looked at 0 accounts");
});

test("filters are shown where there are any", () => {
  expect(describeFilters(spending)).toEqual(["Category: Groceries, Restaurants", "Account: Checking"]);
});

test("an amount that rows were chosen by is a filter too", () => {
  const filters = { categories: [], merchants: [], accounts: [], minAmount: 50.01, maxAmount: 1_000 };
  expect(describeFilters({ ...spending, filters })).toEqual(["Amount: at least 50.01, at most 1,000"]);
});

test("a list that was cut says how much of it is there", () => {
  expect(describeCut(50, 1_258)).toBe("50 of 1,258 shown");
});

test("outputs are read as result, as failure in words, or as unknown", () => {
  expect(readToolOutput(spending)).toEqual({ kind: "result", result: spending });
  expect(
    readToolOutput({ error: { code: "unknown_account", message: "No such account.", hint: "Ask for all." } }),
  ).toEqual({
    kind: "failure",
    message: "No such account. Ask for all.",
  });
  expect(readToolOutput({ kind: "hologram" })).toEqual({ kind: "unknown" });
  expect(readToolOutput(undefined)).toEqual({ kind: "unknown" });
});

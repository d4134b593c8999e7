import { expect, test } from "vitest";
import { filterNotes } from "./filter-notes";
import { count, formatRange } from "./words";

test.each([
  ["2026-10-01", "2026-10-31", "Oct 1 – 31, 2026"],
  ["2026-10-03", "2026-10-03", "Oct 3, 2026"],
  ["2026-10-01", "2026-11-24", "Oct 1 – Nov 24, 2026"],
  ["2025-12-15", "2026-01-14", "Dec 15, 2025 – Jan 14, 2026"],
])("a range from %s to %s says each month and year once", (start, end, text) => {
  expect(formatRange({ start, end })).toBe(text);
});

test("one thing is not 'things'", () => {
  expect([0, 1, 1_234].map((number) => count(number, "bank"))).toEqual(["0 banks", "1 bank", "1,234 banks"]);
});

test("filters are shown where there are any", () => {
  const filters = { categories: ["Groceries", "Restaurants"], merchants: [], accounts: ["Checking"] };
  expect(filterNotes(filters)).toEqual(["Category: Groceries, Restaurants", "Account: Checking"]);
  expect(filterNotes({ ...filters, categories: [], accounts: [] })).toEqual([]);
});

test("an amount that rows were chosen by, a direction and what is left out are filters too", () => {
  expect(filterNotes({ minAmount: 50.01, maxAmount: 1_000 })).toEqual([
    "Amount: at least 50.01, at most 1,000",
  ]);
  expect(filterNotes({ direction: "in" })).toEqual(["What comes in"]);
  expect(filterNotes({ direction: "both" })).toEqual([]);
  expect(filterNotes({ exclude: { categories: ["Rent"], merchants: ["Fuel Co"] } })).toEqual([
    "Left out: Rent, Fuel Co",
  ]);
});

import { describe, expect, it } from "vitest";
import { CATEGORY_IDS, type CategoryId, categoryLabel } from "../categories";
import { categoryOf } from "../plaid-categories";
import { plaidWordsOf } from "./import-category";

const categoryFor = (category: string, amountMinor: number, description = "Something") => {
  const { primary, detailed } = plaidWordsOf({ category, description, amountMinor });
  return categoryOf(primary, detailed);
};

const INCOME = new Set<CategoryId>([
  "salary",
  "interest_and_dividends",
  "benefits",
  "tax_refund",
  "other_income",
  "loan_disbursement",
]);

describe("what a row of a file is", () => {
  it("finds every category of ours again by its own label", () => {
    const known = CATEGORY_IDS.filter((id) => id !== "uncategorized");
    const found = known.map((id) => [id, categoryFor(categoryLabel(id), INCOME.has(id) ? 100 : -100)]);
    expect(found).toEqual(known.map((id) => [id, id]));
  });

  it.each([
    ["Food & Drink", "restaurants"],
    ["Bills & Utilities", "utilities"],
    ["Gas", "fuel"],
    ["Eating out", "restaurants"],
    ["Health & Wellness", "medical"],
    ["Merchandise", "general_shopping"],
    ["never heard of", "uncategorized"],
  ])("understands the words of banks: %s", (word, category) => {
    expect(categoryFor(word, -100)).toBe(category);
  });

  it("takes money out for no income, whatever its category says", () => {
    expect(categoryFor("Salary", -100)).toBe("uncategorized");
  });

  it.each([
    ["ACME PAYROLL 0042", 100, "salary"],
    ["ACME PAYROLL 0042", -100, "uncategorized"],
    ["ATM 5TH AVENUE", -100, "cash"],
    ["INTEREST PAYMENT", 100, "interest_and_dividends"],
    ["Atmosphere Bar", -100, "uncategorized"],
  ])("reads a description only where it leaves no doubt: %s %i", (description, amount, category) => {
    expect(categoryFor("", amount, description)).toBe(category);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORY_IDS } from "./categories";
import { categoryOf } from "./plaid-categories";

describe("categoryOf", () => {
  it.each([
    // Version 1 and version 2 of the taxonomy name the same thing differently.
    ["INCOME", "INCOME_WAGES", "salary"],
    ["INCOME", "INCOME_SALARY", "salary"],
    ["INCOME", "INCOME_GIG_ECONOMY", "other_income"],
    ["FOOD_AND_DRINK", "FOOD_AND_DRINK_GROCERIES", "groceries"],
    ["FOOD_AND_DRINK", "FOOD_AND_DRINK_FAST_FOOD", "restaurants"],
    ["TRANSPORTATION", "TRANSPORTATION_GAS", "fuel"],
    // The gas that heats a home is not the gas that drives a car.
    ["RENT_AND_UTILITIES", "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY", "utilities"],
    ["LOAN_DISBURSEMENTS", "LOAN_DISBURSEMENTS_MORTGAGE", "loan_disbursement"],
    ["LOAN_PAYMENTS", "LOAN_PAYMENTS_BNPL", "other_loan"],
    ["BANK_FEES", "BANK_FEES_INTEREST_CHARGE", "interest_charges"],
    ["MEDICAL", "MEDICAL_VETERINARY_SERVICES", "pets"],
  ])("maps %s / %s to %s", (primary, detailed, expected) => {
    expect(categoryOf(primary, detailed)).toBe(expected);
  });

  it("falls back to the primary category for a detailed one that is new", () => {
    expect(categoryOf("FOOD_AND_DRINK", "FOOD_AND_DRINK_ALGAE_BARS")).toBe("restaurants");
  });

  it.each([
    [null, null],
    ["", ""],
    ["OTHER", "OTHER_OTHER"],
    ["SPACE_TRAVEL", "SPACE_TRAVEL_MARS"],
    ["__proto__", "constructor"],
    ["toString", "hasOwnProperty"],
  ])("calls %j / %j uncategorized", (primary, detailed) => {
    expect(categoryOf(primary, detailed)).toBe("uncategorized");
  });

  it("always answers with one of our categories", () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.option(fc.string()), (primary, detailed) => {
        expect(CATEGORY_IDS).toContain(categoryOf(primary, detailed));
      }),
    );
  });
});

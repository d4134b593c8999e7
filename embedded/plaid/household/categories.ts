import type { Category } from "./entry";

const PRIMARIES = [
  "BANK_FEES",
  "ENTERTAINMENT",
  "FOOD_AND_DRINK",
  "GENERAL_MERCHANDISE",
  "GENERAL_SERVICES",
  "GOVERNMENT_AND_NON_PROFIT",
  "HOME_IMPROVEMENT",
  "INCOME",
  "LOAN_DISBURSEMENTS",
  "LOAN_PAYMENTS",
  "MEDICAL",
  "PERSONAL_CARE",
  "RENT_AND_UTILITIES",
  "TRANSFER_IN",
  "TRANSFER_OUT",
  "TRANSPORTATION",
  "TRAVEL",
] as const;

const known = new Map<string, Category>();

/** The category of a detailed code of Plaid's taxonomy: the primary is its prefix. */
export function category(detailed: string, confidence: Category["confidence"] = "VERY_HIGH"): Category {
  const key = `${detailed} ${confidence}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const primary = PRIMARIES.find((name) => detailed.startsWith(`${name}_`));
  if (primary === undefined) {
    throw new Error(`${detailed} has no primary category: correct the code or add it here`);
  }
  const made = { primary, detailed, confidence };
  known.set(key, made);
  return made;
}

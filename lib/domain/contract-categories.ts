import type { CategoryId } from "./categories";

/** What is paid again and again by contract, and mostly by everybody who lives somewhere. */
export const CONTRACT_CATEGORIES = [
  "rent",
  "mortgage",
  "utilities",
  "internet_and_phone",
  "insurance",
  "car_loan",
  "student_loan",
  "other_loan",
  "childcare",
  "interest_charges",
] as const satisfies readonly CategoryId[];

import type { CategoryId } from "./categories";

/**
 * From Plaid's personal finance categories (versions 1 and 2) to ours. A detailed category that is not listed falls
 * back to its primary one, and an unknown primary one to `uncategorized`: Plaid adds categories without notice.
 * https://plaid.com/docs/transactions/pfc-migration/
 */
const BY_DETAILED: Record<string, CategoryId> = {
  INCOME_WAGES: "salary",
  INCOME_SALARY: "salary",
  INCOME_MILITARY: "salary",
  INCOME_DIVIDENDS: "interest_and_dividends",
  INCOME_INTEREST_EARNED: "interest_and_dividends",
  INCOME_RETIREMENT_PENSION: "benefits",
  INCOME_UNEMPLOYMENT: "benefits",
  INCOME_CHILD_SUPPORT: "benefits",
  INCOME_LONG_TERM_DISABILITY: "benefits",
  INCOME_TAX_REFUND: "tax_refund",

  TRANSFER_IN_SAVINGS: "savings",
  TRANSFER_OUT_SAVINGS: "savings",
  TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS: "investments",
  TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS: "investments",
  TRANSFER_OUT_CRYPTO: "investments",
  TRANSFER_IN_CASH_ADVANCES_AND_LOANS: "loan_disbursement",
  TRANSFER_OUT_WITHDRAWAL: "cash",
  TRANSFER_IN_TRANSFER_IN_FROM_APPS: "person_to_person",
  TRANSFER_OUT_TRANSFER_OUT_FROM_APPS: "person_to_person",

  LOAN_PAYMENTS_CREDIT_CARD_PAYMENT: "card_payment",
  LOAN_PAYMENTS_MORTGAGE_PAYMENT: "mortgage",
  LOAN_PAYMENTS_CAR_PAYMENT: "car_loan",
  LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT: "student_loan",

  BANK_FEES_INTEREST_CHARGE: "interest_charges",

  ENTERTAINMENT_TV_AND_MOVIES: "streaming_and_media",
  ENTERTAINMENT_MUSIC_AND_AUDIO: "streaming_and_media",

  FOOD_AND_DRINK_GROCERIES: "groceries",
  FOOD_AND_DRINK_COFFEE: "coffee",
  FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR: "alcohol",

  GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES: "clothing",
  GENERAL_MERCHANDISE_ELECTRONICS: "electronics",
  GENERAL_MERCHANDISE_PET_SUPPLIES: "pets",

  MEDICAL_PHARMACIES_AND_SUPPLEMENTS: "pharmacy",
  MEDICAL_VETERINARY_SERVICES: "pets",
  PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS: "fitness",

  GENERAL_SERVICES_AUTOMOTIVE: "car",
  GENERAL_SERVICES_CHILDCARE: "childcare",
  GENERAL_SERVICES_EDUCATION: "education",
  GENERAL_SERVICES_INSURANCE: "insurance",
  GOVERNMENT_AND_NON_PROFIT_DONATIONS: "donations",

  TRANSPORTATION_GAS: "fuel",
  TRANSPORTATION_PARKING: "parking_and_tolls",
  TRANSPORTATION_TOLLS: "parking_and_tolls",
  TRANSPORTATION_PUBLIC_TRANSIT: "public_transit",
  TRANSPORTATION_TAXIS_AND_RIDE_SHARES: "taxi_and_rideshare",

  TRAVEL_FLIGHTS: "flights",
  TRAVEL_LODGING: "lodging",

  RENT_AND_UTILITIES_RENT: "rent",
  RENT_AND_UTILITIES_TELEPHONE: "internet_and_phone",
  RENT_AND_UTILITIES_INTERNET_AND_CABLE: "internet_and_phone",
};

const BY_PRIMARY: Record<string, CategoryId> = {
  INCOME: "other_income",
  TRANSFER_IN: "transfer",
  TRANSFER_OUT: "transfer",
  LOAN_DISBURSEMENTS: "loan_disbursement",
  LOAN_PAYMENTS: "other_loan",
  BANK_FEES: "bank_fees",
  ENTERTAINMENT: "events_and_hobbies",
  FOOD_AND_DRINK: "restaurants",
  GENERAL_MERCHANDISE: "general_shopping",
  HOME_IMPROVEMENT: "home",
  MEDICAL: "medical",
  PERSONAL_CARE: "personal_care",
  GENERAL_SERVICES: "other_services",
  GOVERNMENT_AND_NON_PROFIT: "taxes_and_government",
  TRANSPORTATION: "other_transport",
  TRAVEL: "other_travel",
  RENT_AND_UTILITIES: "utilities",
};

/** Both names as Plaid sent them, or null where it sent none. */
export function categoryOf(primary: string | null, detailed: string | null): CategoryId {
  const known = detailed !== null && Object.hasOwn(BY_DETAILED, detailed) ? BY_DETAILED[detailed] : undefined;
  if (known) return known;
  return (primary !== null && Object.hasOwn(BY_PRIMARY, primary) && BY_PRIMARY[primary]) || "uncategorized";
}

import { type CategoryId, findCategories } from "../categories";
import { plainName } from "./column-names";

/**
 * Plaid's words for what a row of a file is, so that rows of files and of banks go through the same rules
 * (../classify-flow.ts); both null where nothing is known.
 */
export type PlaidWords = { primary: string | null; detailed: string | null };

const UNKNOWN: PlaidWords = { primary: null, detailed: null };

/** Our categories in Plaid's words; a category that depends on the direction of the money is in `byDirection`. */
const WORDS: Partial<Record<CategoryId, string>> = {
  groceries: "FOOD_AND_DRINK_GROCERIES",
  restaurants: "FOOD_AND_DRINK_RESTAURANT",
  coffee: "FOOD_AND_DRINK_COFFEE",
  alcohol: "FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR",
  rent: "RENT_AND_UTILITIES_RENT",
  mortgage: "LOAN_PAYMENTS_MORTGAGE_PAYMENT",
  utilities: "RENT_AND_UTILITIES_OTHER_UTILITIES",
  internet_and_phone: "RENT_AND_UTILITIES_INTERNET_AND_CABLE",
  home: "HOME_IMPROVEMENT_OTHER_HOME_IMPROVEMENT",
  fuel: "TRANSPORTATION_GAS",
  public_transit: "TRANSPORTATION_PUBLIC_TRANSIT",
  taxi_and_rideshare: "TRANSPORTATION_TAXIS_AND_RIDE_SHARES",
  parking_and_tolls: "TRANSPORTATION_PARKING",
  car: "GENERAL_SERVICES_AUTOMOTIVE",
  other_transport: "TRANSPORTATION_OTHER_TRANSPORTATION",
  flights: "TRAVEL_FLIGHTS",
  lodging: "TRAVEL_LODGING",
  other_travel: "TRAVEL_OTHER_TRAVEL",
  clothing: "GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES",
  electronics: "GENERAL_MERCHANDISE_ELECTRONICS",
  pets: "GENERAL_MERCHANDISE_PET_SUPPLIES",
  general_shopping: "GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE",
  streaming_and_media: "ENTERTAINMENT_TV_AND_MOVIES",
  events_and_hobbies: "ENTERTAINMENT_OTHER_ENTERTAINMENT",
  medical: "MEDICAL_OTHER_MEDICAL",
  pharmacy: "MEDICAL_PHARMACIES_AND_SUPPLEMENTS",
  fitness: "PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS",
  personal_care: "PERSONAL_CARE_OTHER_PERSONAL_CARE",
  insurance: "GENERAL_SERVICES_INSURANCE",
  education: "GENERAL_SERVICES_EDUCATION",
  childcare: "GENERAL_SERVICES_CHILDCARE",
  other_services: "GENERAL_SERVICES_OTHER_GENERAL_SERVICES",
  donations: "GOVERNMENT_AND_NON_PROFIT_DONATIONS",
  taxes_and_government: "GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT",
  bank_fees: "BANK_FEES_OTHER_BANK_FEES",
  interest_charges: "BANK_FEES_INTEREST_CHARGE",
  car_loan: "LOAN_PAYMENTS_CAR_PAYMENT",
  student_loan: "LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT",
  other_loan: "LOAN_PAYMENTS_OTHER_PAYMENT",
  card_payment: "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT",
};

const INCOME: Partial<Record<CategoryId, string>> = {
  salary: "INCOME_WAGES",
  interest_and_dividends: "INCOME_INTEREST_EARNED",
  benefits: "INCOME_RETIREMENT_PENSION",
  tax_refund: "INCOME_TAX_REFUND",
  other_income: "INCOME_OTHER_INCOME",
};

/** Money in, money out. */
const BY_DIRECTION: Partial<Record<CategoryId, readonly [string, string]>> = {
  savings: ["TRANSFER_IN_SAVINGS", "TRANSFER_OUT_SAVINGS"],
  investments: [
    "TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS",
    "TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS",
  ],
  cash: ["TRANSFER_IN_DEPOSIT", "TRANSFER_OUT_WITHDRAWAL"],
  person_to_person: ["TRANSFER_IN_TRANSFER_IN_FROM_APPS", "TRANSFER_OUT_TRANSFER_OUT_FROM_APPS"],
  loan_disbursement: ["LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT", "LOAN_PAYMENTS_OTHER_PAYMENT"],
  transfer: ["TRANSFER_IN_ACCOUNT_TRANSFER", "TRANSFER_OUT_ACCOUNT_TRANSFER"],
};

/** What banks call categories, where neither our labels nor our synonyms say it. */
const BANK_WORDS: Record<string, CategoryId> = {
  "food and drink": "restaurants",
  "food drink": "restaurants",
  dining: "restaurants",
  "eating out": "restaurants",
  "bars restaurants": "restaurants",
  "restaurant restaurant": "restaurants",
  "food groceries": "groceries",
  "merchandise supplies groceries": "groceries",
  "grocery stores": "groceries",
  gas: "fuel",
  "gas automotive": "fuel",
  "gas stations": "fuel",
  "bills utilities": "utilities",
  bills: "utilities",
  "household utilities": "utilities",
  "health wellness": "medical",
  "health care": "medical",
  healthcare: "medical",
  health: "medical",
  "healthcare drug stores": "pharmacy",
  automotive: "car",
  travel: "other_travel",
  holidays: "other_travel",
  "travel holidays": "other_travel",
  "travel entertainment": "other_travel",
  transport: "other_transport",
  transportation: "other_transport",
  "transport car": "other_transport",
  entertainment: "events_and_hobbies",
  "leisure entertainment": "events_and_hobbies",
  merchandise: "general_shopping",
  shopping: "general_shopping",
  "fees adjustments": "bank_fees",
  "fees interest charges": "bank_fees",
  "fee interest charge": "bank_fees",
  "gifts donations": "donations",
  personal: "personal_care",
  "personal care": "personal_care",
  "professional services": "other_services",
  services: "other_services",
  income: "other_income",
  paycheck: "salary",
  transfers: "transfer",
  "payment credit": "card_payment",
  "payments and credits": "card_payment",
  "credit card payment": "card_payment",
  housing: "rent",
};

/** What a description says by itself, where there is no category: only words that leave no doubt. */
const SPEAKING: readonly [RegExp, "in" | "out", CategoryId][] = [
  [
    /\b(payroll|salary|wages|gehalt|lohn|bezuege|salaire|nomina|stipendio|salaris|direct dep(osit)?)\b/i,
    "in",
    "salary",
  ],
  [
    /\binterest (paid|payment|earned|credit)|\b(habenzinsen|zinsgutschrift|dividend)\b/i,
    "in",
    "interest_and_dividends",
  ],
  [/\b(tax refund|irs treas|steuererstattung)\b/i, "in", "tax_refund"],
  [/\b(atm|cash withdrawal|geldautomat|bargeldauszahlung|geldautomaat)\b/i, "out", "cash"],
  [/\binterest charge\b|\b(sollzinsen)\b/i, "out", "interest_charges"],
  [/\b(overdraft|service|maintenance|foreign transaction) fee\b|\bkontof(ue|ü)hrung/i, "out", "bank_fees"],
];

/**
 * What a row is, by the category that the bank names, else by its description where that leaves no doubt.
 * @param amountMinor positive is money in: what came in is no spending, what went out no income
 */
export function plaidWordsOf(row: {
  category: string;
  description: string;
  amountMinor: number;
}): PlaidWords {
  const named = categoryNamed(row.category);
  return (named && toWords(named, row.amountMinor)) ?? spokenWords(row) ?? UNKNOWN;
}

function categoryNamed(word: string): CategoryId | undefined {
  if (word === "") return undefined;
  const plain = plainName(word);
  if (Object.hasOwn(BANK_WORDS, plain)) return BANK_WORDS[plain];
  const [found, another] = findCategories(word);
  return another === undefined ? found : undefined;
}

function spokenWords({ description, amountMinor }: { description: string; amountMinor: number }) {
  const direction = amountMinor > 0 ? "in" : "out";
  const found = SPEAKING.find(([pattern, way]) => way === direction && pattern.test(description));
  return found && toWords(found[2], amountMinor);
}

function toWords(category: CategoryId, amountMinor: number): PlaidWords | undefined {
  const both = BY_DIRECTION[category];
  const income = INCOME[category];
  if (income && amountMinor <= 0) return undefined;
  const detailed = both?.[amountMinor > 0 ? 0 : 1] ?? income ?? WORDS[category];
  return detailed === undefined ? undefined : { primary: primaryOf(detailed), detailed };
}

const PRIMARIES = [
  "TRANSFER_IN",
  "TRANSFER_OUT",
  "LOAN_PAYMENTS",
  "LOAN_DISBURSEMENTS",
  "BANK_FEES",
  "ENTERTAINMENT",
  "FOOD_AND_DRINK",
  "GENERAL_MERCHANDISE",
  "GENERAL_SERVICES",
  "GOVERNMENT_AND_NON_PROFIT",
  "HOME_IMPROVEMENT",
  "INCOME",
  "MEDICAL",
  "PERSONAL_CARE",
  "RENT_AND_UTILITIES",
  "TRANSPORTATION",
  "TRAVEL",
];

const primaryOf = (detailed: string) =>
  PRIMARIES.find((primary) => detailed.startsWith(`${primary}_`)) ?? null;

/** What a row truly means, planted where it is made: the oracle reads this and never asks the application. */
export type Truth = {
  flow: "spending" | "income" | "transfer" | "card_payment";
  category: string;
};

export type AccountKey =
  | "checking"
  | "savings"
  | "sapphire"
  | "freedom"
  | "student"
  | "brokerage"
  | "euro"
  | "closed";

/** A row as a bank reports it, with its truth beside it. */
export type Row = {
  id: string;
  account: AccountKey;
  /** Calendar date `YYYY-MM-DD`. */
  date: string;
  /** In the account's currency; positive is money into the account. */
  cents: number;
  /** Null: the bank names no merchant. */
  merchant: string | null;
  description: string;
  /** Plaid's personal finance category, null where the bank gave none. */
  primary: string | null;
  detailed: string | null;
  pending: boolean;
  /**
   * `superseded`: a pending row whose posted row is here too. `copy`: of a second link to the same bank. Storage keeps
   * neither, so the ledger never shows them; they are here so that totals with them can be looked for.
   */
  state: "live" | "superseded" | "copy";
  truth: Truth;
};

export type Draft = Pick<Row, "account" | "date" | "cents" | "merchant"> &
  Partial<Pick<Row, "description" | "primary" | "detailed" | "pending" | "state">> & {
    /** Key of `KINDS`. */
    kind: keyof typeof KINDS;
  };

type Kind = [primary: string | null, detailed: string | null, flow: Truth["flow"], category: string];

/** What each kind of row looks like at Plaid, and what it truly means. */
const KINDS = {
  groceries: ["FOOD_AND_DRINK", "FOOD_AND_DRINK_GROCERIES", "spending", "groceries"],
  restaurants: ["FOOD_AND_DRINK", "FOOD_AND_DRINK_RESTAURANT", "spending", "restaurants"],
  coffee: ["FOOD_AND_DRINK", "FOOD_AND_DRINK_COFFEE", "spending", "coffee"],
  alcohol: ["FOOD_AND_DRINK", "FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR", "spending", "alcohol"],
  fuel: ["TRANSPORTATION", "TRANSPORTATION_GAS", "spending", "fuel"],
  transit: ["TRANSPORTATION", "TRANSPORTATION_PUBLIC_TRANSIT", "spending", "public_transit"],
  rideshare: ["TRANSPORTATION", "TRANSPORTATION_TAXIS_AND_RIDE_SHARES", "spending", "taxi_and_rideshare"],
  parking: ["TRANSPORTATION", "TRANSPORTATION_PARKING", "spending", "parking_and_tolls"],
  shopping: [
    "GENERAL_MERCHANDISE",
    "GENERAL_MERCHANDISE_ONLINE_MARKETPLACES",
    "spending",
    "general_shopping",
  ],
  clothing: ["GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES", "spending", "clothing"],
  electronics: ["GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_ELECTRONICS", "spending", "electronics"],
  pets: ["GENERAL_MERCHANDISE", "GENERAL_MERCHANDISE_PET_SUPPLIES", "spending", "pets"],
  pharmacy: ["MEDICAL", "MEDICAL_PHARMACIES_AND_SUPPLEMENTS", "spending", "pharmacy"],
  medical: ["MEDICAL", "MEDICAL_DENTAL_CARE", "spending", "medical"],
  haircut: ["PERSONAL_CARE", "PERSONAL_CARE_HAIR_AND_BEAUTY", "spending", "personal_care"],
  gym: ["PERSONAL_CARE", "PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS", "spending", "fitness"],
  streaming: ["ENTERTAINMENT", "ENTERTAINMENT_TV_AND_MOVIES", "spending", "streaming_and_media"],
  music: ["ENTERTAINMENT", "ENTERTAINMENT_MUSIC_AND_AUDIO", "spending", "streaming_and_media"],
  flights: ["TRAVEL", "TRAVEL_FLIGHTS", "spending", "flights"],
  lodging: ["TRAVEL", "TRAVEL_LODGING", "spending", "lodging"],
  rent: ["RENT_AND_UTILITIES", "RENT_AND_UTILITIES_RENT", "spending", "rent"],
  utilities: ["RENT_AND_UTILITIES", "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY", "spending", "utilities"],
  internet: ["RENT_AND_UTILITIES", "RENT_AND_UTILITIES_INTERNET_AND_CABLE", "spending", "internet_and_phone"],
  phone: ["RENT_AND_UTILITIES", "RENT_AND_UTILITIES_TELEPHONE", "spending", "internet_and_phone"],
  insurance: ["GENERAL_SERVICES", "GENERAL_SERVICES_INSURANCE", "spending", "insurance"],
  donations: ["GOVERNMENT_AND_NON_PROFIT", "GOVERNMENT_AND_NON_PROFIT_DONATIONS", "spending", "donations"],
  bankFee: ["BANK_FEES", "BANK_FEES_ATM_FEES", "spending", "bank_fees"],
  interestCharge: ["BANK_FEES", "BANK_FEES_INTEREST_CHARGE", "spending", "interest_charges"],
  studentLoan: ["LOAN_PAYMENTS", "LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT", "spending", "student_loan"],
  /** The loan account's side of the same payment. */
  loanSide: ["LOAN_PAYMENTS", "LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT", "transfer", "student_loan"],
  personOut: ["TRANSFER_OUT", "TRANSFER_OUT_TRANSFER_OUT_FROM_APPS", "spending", "person_to_person"],
  personIn: ["TRANSFER_IN", "TRANSFER_IN_TRANSFER_IN_FROM_APPS", "spending", "person_to_person"],
  uncategorised: [null, null, "spending", "uncategorized"],
  salary: ["INCOME", "INCOME_WAGES", "income", "salary"],
  interest: ["INCOME", "INCOME_INTEREST_EARNED", "income", "interest_and_dividends"],
  taxRefund: ["INCOME", "INCOME_TAX_REFUND", "income", "tax_refund"],
  cardOut: ["LOAN_PAYMENTS", "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT", "card_payment", "card_payment"],
  /** Plaid calls the card's side many things. */
  cardIn: ["TRANSFER_IN", "TRANSFER_IN_ACCOUNT_TRANSFER", "card_payment", "card_payment"],
  savingsOut: ["TRANSFER_OUT", "TRANSFER_OUT_SAVINGS", "transfer", "savings"],
  savingsIn: ["TRANSFER_IN", "TRANSFER_IN_SAVINGS", "transfer", "savings"],
  investOut: ["TRANSFER_OUT", "TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS", "transfer", "investments"],
  investIn: ["TRANSFER_IN", "TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS", "transfer", "investments"],
  cash: ["TRANSFER_OUT", "TRANSFER_OUT_WITHDRAWAL", "transfer", "cash"],
  euroOut: ["TRANSFER_OUT", "TRANSFER_OUT_ACCOUNT_TRANSFER", "transfer", "transfer"],
  euroIn: ["TRANSFER_IN", "TRANSFER_IN_ACCOUNT_TRANSFER", "transfer", "transfer"],
} as const satisfies Record<string, Kind>;

export function toRow(draft: Draft, id: string): Row {
  const { kind, ...rest } = draft;
  const [primary, detailed, flow, category] = KINDS[kind];
  return {
    primary,
    detailed,
    pending: false,
    state: "live",
    description: (draft.merchant ?? kind).toUpperCase(),
    ...rest,
    id,
    truth: { flow, category },
  };
}

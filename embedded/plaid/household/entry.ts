import type { CalendarDate } from "./calendar";

/** The accounts of a generated household. */
export type HouseholdKey = "checking" | "savings" | "card" | "second-card" | "car-loan" | "brokerage";

/** Any account: also those that only some banks have, and those that a test user describes. */
export type AccountKey =
  | HouseholdKey
  | "student-loan"
  | "mortgage"
  | "retirement"
  | "euro-giro"
  | "euro-savings"
  | "euro-card"
  | `custom-${number}`;

/** `primary` and `detailed` of Plaid's personal finance categories, version 2. */
export type Category = {
  primary: string;
  detailed: string;
  confidence: "VERY_HIGH" | "HIGH" | "MEDIUM" | "LOW";
};

export type Counterparty = {
  /** As Plaid would enrich it. */
  name: string;
  type: "merchant" | "financial_institution" | "payment_app" | "income_source";
  website: string | null;
};

/** How a posted row looked until the bank put it right on that day. */
type Correction = Pick<Entry, "amountCents" | "name" | "counterparty" | "category"> & {
  until: CalendarDate;
};

/**
 * One movement of money on one account, from the day it is authorised to the day it posts. What a bank shows of it on
 * a given day (nothing, a pending row, a posted row) follows from the dates alone; see ./rows-on.ts.
 */
export type Entry = {
  /** Unique in the household and the same whatever window of time is looked at. */
  key: string;
  account: AccountKey;
  /** Plaid's sign: positive leaves the account, on a card it is a purchase. */
  amountCents: number;
  /** Null where the bank does not say. */
  authorizedOn: CalendarDate | null;
  postedOn: CalendarDate;
  /** Shown as pending from `authorizedOn` until it posts, with this amount (a tip is added later). */
  pending: { amountCents: number } | null;
  /** The text of the bank. */
  name: string;
  counterparty: Counterparty | null;
  /** Null: Plaid could not tell. */
  category: Category | null;
  channel: "in store" | "online" | "other";
  city: { city: string; region: string } | null;
  paymentMethod: "ACH" | null;
  /** ISO 4217, where it is not the one in which its bank keeps its accounts. */
  currency?: string;
  /** What the posted row said at first; from then on it says what the entry says. */
  correction?: Correction;
  /** A hold: it never posts, and from `postedOn` nothing is seen of it. */
  vanishes?: true;
  /** The bank does not say which pending row the posted one was. */
  unlinked?: boolean;
};

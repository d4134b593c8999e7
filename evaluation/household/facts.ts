import type { AccountKey } from "./row";

/** A Tuesday. Every question is asked on it, in New York. */
export const TODAY = "2026-11-24";
export const TIME_ZONE = "America/New_York";
/** From when there are rows: 34 months, so that a leap day is among them. */
export const FIRST_DAY = "2024-02-01";

export type Account = {
  key: AccountKey;
  name: string;
  institution: string;
  mask: string;
  type: "depository" | "credit" | "loan" | "investment";
  subtype: string;
  currency: "USD" | "EUR";
  /** Debts negative; null when closed. */
  balanceCents: number | null;
  isClosed?: true;
  /** Of cards. */
  limitCents?: number;
  /** Yearly rate in basis points. */
  aprBasisPoints?: number;
  minimumCents?: number;
};

const PLATYPUS = "First Platypus Bank";

export const ACCOUNTS: readonly Account[] = [
  {
    key: "checking",
    name: "Everyday Checking",
    institution: PLATYPUS,
    mask: "1001",
    type: "depository",
    subtype: "checking",
    currency: "USD",
    balanceCents: 531_245,
  },
  {
    key: "savings",
    name: "Rainy Day Savings",
    institution: PLATYPUS,
    mask: "1002",
    type: "depository",
    subtype: "savings",
    currency: "USD",
    balanceCents: 3_162_518,
  },
  {
    key: "sapphire",
    name: "Sapphire Card",
    institution: PLATYPUS,
    mask: "1003",
    type: "credit",
    subtype: "credit card",
    currency: "USD",
    balanceCents: -187_654,
    limitCents: 1_000_000,
    aprBasisPoints: 2_199,
    minimumCents: 4_000,
  },
  {
    key: "freedom",
    name: "Freedom Card",
    institution: "Harbor Credit Union",
    mask: "2204",
    type: "credit",
    subtype: "credit card",
    currency: "USD",
    balanceCents: -242_310,
    limitCents: 400_000,
    aprBasisPoints: 2_499,
    minimumCents: 7_500,
  },
  {
    key: "student",
    name: "Student Loan",
    institution: "Northern Loan Services",
    mask: "3301",
    type: "loan",
    subtype: "student",
    currency: "USD",
    balanceCents: -1_412_077,
    aprBasisPoints: 525,
    minimumCents: 28_000,
  },
  {
    key: "brokerage",
    name: "Brokerage",
    institution: "Tidewater Invest",
    mask: "4410",
    type: "investment",
    subtype: "brokerage",
    currency: "USD",
    balanceCents: 4_208_350,
  },
  {
    key: "euro",
    name: "Compte Courant",
    institution: "Banque Lumière",
    mask: "7788",
    type: "depository",
    subtype: "cash management",
    currency: "EUR",
    balanceCents: 118_420,
  },
  {
    key: "closed",
    name: "Old Savings",
    institution: "Harbor Credit Union",
    mask: "9901",
    type: "depository",
    subtype: "savings",
    currency: "USD",
    balanceCents: null,
    isClosed: true,
  },
];

/** Monthly limits that the person has set; whole calendar months. */
export const BUDGETS: readonly { category: string; cents: number }[] = [
  { category: "groceries", cents: 60_000 },
  { category: "restaurants", cents: 22_000 },
  { category: "coffee", cents: 9_000 },
  { category: "general_shopping", cents: 30_000 },
];

/** In the brokerage account: together what it is worth. */
export const HOLDINGS: readonly {
  name: string;
  ticker: string | null;
  kind: string;
  quantity: string;
  price: string;
  valueCents: number;
  costCents: number | null;
}[] = [
  {
    name: "Total Stock Market ETF",
    ticker: "VTI",
    kind: "etf",
    quantity: "120.5",
    price: "289.40",
    valueCents: 3_487_270,
    costCents: 2_541_000,
  },
  {
    name: "Total Bond Market ETF",
    ticker: "BND",
    kind: "etf",
    quantity: "80",
    price: "73.12",
    valueCents: 584_960,
    costCents: 612_000,
  },
  {
    name: "Cash",
    ticker: null,
    kind: "cash",
    quantity: "1361.20",
    price: "1",
    valueCents: 136_120,
    costCents: null,
  },
];

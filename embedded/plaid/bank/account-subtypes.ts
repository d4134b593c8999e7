import type { AccountSubtype, AccountType } from "plaid";
import type { Wire } from "../wire/wire";

export type Subtype = Wire<AccountSubtype>;

/** Plaid's subtypes of every type of account that its sandbox can make. https://plaid.com/docs/api/accounts/#account-type-schema */
export const SUBTYPES = {
  depository: [
    "checking",
    "savings",
    "hsa",
    "cd",
    "money market",
    "paypal",
    "prepaid",
    "cash management",
    "ebt",
  ],
  credit: ["credit card", "paypal"],
  loan: [
    "auto",
    "business",
    "commercial",
    "construction",
    "consumer",
    "home equity",
    "line of credit",
    "loan",
    "mortgage",
    "overdraft",
    "student",
    "other",
  ],
  investment: [
    "401a",
    "401k",
    "403B",
    "457b",
    "529",
    "brokerage",
    "cash isa",
    "crypto exchange",
    "education savings account",
    "fixed annuity",
    "gic",
    "health reimbursement arrangement",
    "hsa",
    "ira",
    "isa",
    "keogh",
    "life insurance",
    "mutual fund",
    "non-custodial wallet",
    "non-taxable brokerage account",
    "other",
    "pension",
    "profit sharing plan",
    "retirement",
    "roth",
    "roth 401k",
    "rrsp",
    "sep ira",
    "simple ira",
    "stock plan",
    "thrift savings plan",
    "trust",
    "variable annuity",
  ],
  other: ["other"],
} as const satisfies Partial<Record<Wire<AccountType>, readonly Subtype[]>>;

/** Every subtype once, for the check of what a test user gives. */
export const ALL_SUBTYPES: readonly Subtype[] = [
  ...new Set<Subtype>(Object.values(SUBTYPES).flatMap((subtypes) => [...subtypes])),
];

export function isSubtype(type: keyof typeof SUBTYPES, subtype: Subtype): boolean {
  const known: readonly Subtype[] = SUBTYPES[type];
  return known.includes(subtype);
}

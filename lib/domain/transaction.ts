import type { AccountType } from "../contract/banking";
import type { CalendarDate, CurrencyCode } from "../contract/money";

/**
 * What a transaction means for totals:
 * `spending` (a refund is spending with a positive amount), `income`, `transfer` (between own accounts, to savings,
 * cash taken out) or `card_payment` (either leg of paying a card). Only the first two enter totals.
 */
export const FLOWS = ["spending", "income", "transfer", "card_payment"] as const;
export type Flow = (typeof FLOWS)[number];

/** A transaction as all money logic sees it. */
export type Transaction = {
  id: string;
  accountId: string;
  accountName: string;
  accountType: AccountType;
  /** When it was bought, if the bank says so; else when it posted. */
  date: CalendarDate;
  /** Positive is money into the account, negative is money out. */
  amountMinor: number;
  currency: CurrencyCode;
  merchant: string;
  description: string;
  /** Id of a category of ./categories.ts. */
  category: string;
  flow: Flow;
  pending: boolean;
};

/** By size, whichever way the money went. Sorting is stable, so equal amounts stay in their order. */
export const largestFirst = (a: Transaction, b: Transaction): number =>
  Math.abs(b.amountMinor) - Math.abs(a.amountMinor);

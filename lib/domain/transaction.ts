import type { AccountType } from "../contract/banking";
import type { CalendarDate, CurrencyCode } from "../contract/money";
import { compareText } from "./compare-text";

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

/** What judging very many rows takes: nothing of it is only shown. */
export type BareTransaction = Omit<Transaction, "accountName" | "accountType" | "description">;

/** By size, whichever way the money went. Sorting is stable, so equal amounts stay in their order. */
export const largestFirst = (a: Transaction, b: Transaction): number =>
  Math.abs(b.amountMinor) - Math.abs(a.amountMinor);

export const TRANSACTION_ORDERS = ["newest", "oldest", "largest", "smallest"] as const;
export type TransactionOrder = (typeof TRANSACTION_ORDERS)[number];

const ORDERS = {
  newest: () => 0,
  oldest: (a, b) => compareText(a.date, b.date),
  largest: largestFirst,
  smallest: (a, b) => largestFirst(b, a),
} as const satisfies Record<TransactionOrder, (a: Transaction, b: Transaction) => number>;

/** Rows that come newest first in the order that is asked for; of equals the newest stays first. */
export const inOrder = (rows: readonly Transaction[], order: TransactionOrder): Transaction[] =>
  rows.toSorted(ORDERS[order]);

import type { AccountBase, AccountType as PlaidAccountType, Transaction as PlaidTransaction } from "plaid";
import type { AccountType } from "../contract/banking";
import { minorUnitExponent } from "../domain/money";
import { toMinorUnits } from "./minor-units";

/** An account as the bank states it, ready to store. */
export type BankAccount = {
  plaidAccountId: string;
  /** Stays the same when a bank gives the account a new id (those with tokenized account numbers do). */
  persistentAccountId: string | null;
  name: string;
  officialName: string | null;
  mask: string | null;
  type: AccountType;
  subtype: string | null;
  currency: string;
  /** Minor units; for credit and loan accounts positive means owed. */
  currentMinor: number | null;
  availableMinor: number | null;
  limitMinor: number | null;
  balanceAsOf: Date;
};

/** A transaction as the bank states it, ready to classify and store. */
export type BankTransaction = {
  plaidTransactionId: string;
  plaidAccountId: string;
  pendingPlaidTransactionId: string | null;
  date: string;
  postedDate: string;
  /** Minor units; positive is money into the account. */
  amountMinor: number;
  currency: string;
  description: string;
  /** The merchant in clean form; the same text as `description` where Plaid names none. */
  merchant: string;
  plaidCategoryPrimary: string | null;
  plaidCategoryDetailed: string | null;
  pending: boolean;
};

/** ISO 4217's own code for "no currency": what is neither official nor shaped like a code, such as loyalty points. */
const NO_CURRENCY = "XXX";

type Currencies = { iso_currency_code?: string | null; unofficial_currency_code?: string | null };

/** ISO 4217 code of what Plaid names, or `XXX`. */
export function currencyOf({
  iso_currency_code: iso,
  unofficial_currency_code: unofficial,
}: Currencies): string {
  const code = (iso ?? unofficial ?? "").toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : NO_CURRENCY;
}

const ACCOUNT_TYPE: Record<string, AccountType> = {
  depository: "depository",
  credit: "credit",
  loan: "loan",
  investment: "investment",
  brokerage: "investment",
} satisfies Partial<Record<PlaidAccountType, AccountType>>;

/** What Plaid calls the type of an account, in our words. */
export const toAccountType = (type: string): AccountType => ACCOUNT_TYPE[type] ?? "other";

/** Text that Postgres can store, in columns and in JSON: it takes neither NUL nor half of a surrogate pair. */
const storable = (text: string): string =>
  text.replaceAll("\u0000", "").replaceAll(/\p{Surrogate}/gu, "\ufffd");

/** @param receivedAt used as the moment of the balance when the bank does not state one */
export function toBankAccount(account: AccountBase, receivedAt: Date): BankAccount {
  const { balances } = account;
  const currency = currencyOf(balances);
  const exponent = minorUnitExponent(currency);
  const minor = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : toMinorUnits(amount, exponent);
  return {
    plaidAccountId: account.account_id,
    persistentAccountId: account.persistent_account_id ?? null,
    name: storable(account.name),
    officialName: account.official_name ? storable(account.official_name) : null,
    mask: account.mask ?? null,
    type: toAccountType(account.type),
    subtype: account.subtype ?? null,
    currency,
    currentMinor: minor(balances.current),
    availableMinor: minor(balances.available),
    limitMinor: minor(balances.limit),
    balanceAsOf: balances.last_updated_datetime ? new Date(balances.last_updated_datetime) : receivedAt,
  };
}

/** In characters: merchants stand in an index of PostgreSQL, which takes no entry of more than 2,704 bytes. */
const MAX_MERCHANT = 500;

/**
 * Plaid's sign is turned round (Plaid: positive is money out, for every type of account), and the date that reports use
 * is when the person authorised it. Both dates stay calendar dates: they have no time zone.
 */
export function toBankTransaction(transaction: PlaidTransaction): BankTransaction {
  const currency = currencyOf(transaction);
  const amountMinor = toMinorUnits(transaction.amount, minorUnitExponent(currency));
  const merchantName = storable(transaction.merchant_name ?? "").trim();
  const description =
    storable(transaction.name || transaction.original_description || "") || merchantName || "Transaction";
  return {
    plaidTransactionId: transaction.transaction_id,
    plaidAccountId: transaction.account_id,
    pendingPlaidTransactionId: transaction.pending_transaction_id ?? null,
    date: transaction.authorized_date ?? transaction.date,
    postedDate: transaction.date,
    amountMinor: amountMinor === 0 ? 0 : -amountMinor,
    currency,
    description,
    merchant: storable((merchantName || description).slice(0, MAX_MERCHANT)),
    plaidCategoryPrimary: transaction.personal_finance_category?.primary ?? null,
    plaidCategoryDetailed: transaction.personal_finance_category?.detailed ?? null,
    pending: transaction.pending,
  };
}

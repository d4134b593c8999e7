import type { AccountBase, Transaction } from "plaid";

/** A transaction with every field that Plaid always sends, and none of those it may leave out. */
export function plaidTransaction(changes: Partial<Transaction> = {}): Transaction {
  return {
    transaction_id: "transaction-1",
    account_id: "account-1",
    amount: 12.34,
    iso_currency_code: "USD",
    unofficial_currency_code: null,
    date: "2026-03-12",
    authorized_date: null,
    authorized_datetime: null,
    datetime: null,
    name: "SQ *CORNER SHOP 0042",
    pending: false,
    pending_transaction_id: null,
    account_owner: null,
    transaction_code: null,
    payment_channel: "in store",
    payment_meta: {
      reference_number: null,
      ppd_id: null,
      payee: null,
      by_order_of: null,
      payer: null,
      payment_method: null,
      payment_processor: null,
      reason: null,
    },
    location: {
      address: null,
      city: null,
      region: null,
      postal_code: null,
      country: null,
      lat: null,
      lon: null,
      store_number: null,
    },
    ...changes,
  } as Transaction;
}

export function plaidAccount(changes: Partial<AccountBase> = {}): AccountBase {
  return {
    account_id: "account-1",
    balances: {
      available: 100.5,
      current: 110.25,
      limit: null,
      iso_currency_code: "USD",
      unofficial_currency_code: null,
    },
    mask: "0000",
    name: "Checking",
    official_name: null,
    type: "depository",
    subtype: "checking",
    ...changes,
  } as AccountBase;
}

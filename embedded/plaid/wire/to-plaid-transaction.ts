import type {
  Location,
  PaymentMeta,
  PersonalFinanceCategory,
  Transaction,
  TransactionCounterparty,
} from "plaid";
import { dateOf } from "../bank/revision";
import type { Entry } from "../household/entry";
import type { Row } from "../household/rows-on";
import { derivedId } from "./opaque-id";
import type { Wire } from "./wire";

const isEuropean = ({ account }: Entry) => account.startsWith("euro-");

const currencyOf = (entry: Entry) => entry.currency ?? (isEuropean(entry) ? "EUR" : "USD");

function location(entry: Entry): Wire<Location> {
  const { city } = entry;
  return {
    address: null,
    city: city?.city ?? null,
    region: city?.region ?? null,
    postal_code: null,
    country: city === null ? null : isEuropean(entry) ? "DE" : "US",
    lat: null,
    lon: null,
    store_number: null,
  };
}

function paymentMeta({ paymentMethod }: Entry): Wire<PaymentMeta> {
  return {
    reference_number: null,
    ppd_id: null,
    payee: null,
    by_order_of: null,
    payer: null,
    payment_method: paymentMethod,
    payment_processor: null,
    reason: null,
  };
}

function category({ category: known }: Entry): Wire<PersonalFinanceCategory> | null {
  if (known === null) return null;
  return {
    primary: known.primary,
    detailed: known.detailed,
    confidence_level: known.confidence,
    version: "v2",
  };
}

function counterparties({ counterparty }: Entry): Wire<TransactionCounterparty>[] {
  if (counterparty === null) return [];
  const { name, type, website } = counterparty;
  return [{ name, type, website, logo_url: null, entity_id: entityId(name), confidence_level: "VERY_HIGH" }];
}

/** The same merchant has the same id in every household, as at Plaid. */
const entityId = (name: string) => derivedId("merchant", "account", name);

/** A row of the bank as Plaid would tell it; `withText` adds the bank's own text. */
export function toPlaidTransaction(itemId: string, row: Row, withText: boolean): Wire<Transaction> {
  const { entry } = row;
  const merchant = entry.counterparty?.type === "merchant" ? entry.counterparty : null;
  return {
    transaction_id: derivedId(itemId, "transaction", row.key),
    account_id: derivedId(itemId, "account", entry.account),
    amount: row.amountCents / 100,
    iso_currency_code: currencyOf(entry),
    unofficial_currency_code: null,
    date: dateOf(row),
    authorized_date: entry.authorizedOn,
    datetime: null,
    authorized_datetime: null,
    pending: row.pending,
    pending_transaction_id: row.pendingKey === null ? null : derivedId(itemId, "transaction", row.pendingKey),
    name: entry.name,
    merchant_name: merchant?.name ?? null,
    merchant_entity_id: merchant === null ? null : entityId(merchant.name),
    website: merchant?.website ?? null,
    logo_url: null,
    payment_channel: entry.channel,
    payment_meta: paymentMeta(entry),
    location: location(entry),
    counterparties: counterparties(entry),
    personal_finance_category: category(entry),
    transaction_code: null,
    account_owner: null,
    check_number: /^CHECK (\d+)$/.exec(entry.name)?.[1] ?? null,
    original_description: withText ? entry.name : null,
    category: null,
    category_id: null,
  };
}

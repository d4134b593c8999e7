import type { Holding as PlaidHolding, Security as PlaidSecurity } from "plaid";
import type { HouseholdAccount } from "../household/account";
import type { CalendarDate } from "../household/calendar";
import type { Holding } from "../household/holding";
import { derivedId } from "./opaque-id";
import type { Wire } from "./wire";

const securityId = (itemId: string, currency: string, key: string) =>
  derivedId(itemId, "account", `security|${currency}|${key}`);

export function toPlaidHolding(
  itemId: string,
  { key, currency }: HouseholdAccount,
  holding: Holding,
): Wire<PlaidHolding> {
  return {
    account_id: derivedId(itemId, "account", key),
    security_id: securityId(itemId, currency, holding.security.key),
    institution_price: holding.price,
    institution_price_as_of: holding.pricedOn,
    institution_price_datetime: null,
    institution_value: holding.valueCents / 100,
    cost_basis: holding.costCents === null ? null : holding.costCents / 100,
    quantity: holding.quantity,
    iso_currency_code: currency,
    unofficial_currency_code: null,
    vested_quantity: null,
    vested_value: null,
  };
}

/** Identifiers of the exchanges are licensed: Plaid leaves them out for new customers. */
export function toPlaidSecurity(
  itemId: string,
  holding: Holding,
  currency: string,
  day: CalendarDate,
): Wire<PlaidSecurity> {
  const { security } = holding;
  return {
    security_id: securityId(itemId, currency, security.key),
    isin: null,
    figi: null,
    cusip: null,
    sedol: null,
    institution_security_id: null,
    institution_id: null,
    proxy_security_id: null,
    name: security.name,
    ticker_symbol: security.ticker,
    is_cash_equivalent: security.isCash,
    type: security.type,
    subtype: null,
    close_price: holding.price,
    close_price_as_of: holding.pricedOn ?? day,
    update_datetime: null,
    iso_currency_code: currency,
    unofficial_currency_code: null,
    market_identifier_code: null,
    sector: null,
    industry: null,
    cfi_code: null,
    option_contract: null,
    fixed_income: null,
  };
}

import type { CountryCode, Products } from "plaid";
import { z } from "zod";
import type { Wire } from "./wire";

const PRODUCTS = [
  "assets",
  "auth",
  "balance",
  "balance_plus",
  "beacon",
  "identity",
  "identity_match",
  "investments",
  "investments_auth",
  "liabilities",
  "payment_initiation",
  "identity_verification",
  "transactions",
  "credit_details",
  "income",
  "income_verification",
  "standing_orders",
  "transfer",
  "employment",
  "recurring_transactions",
  "transactions_refresh",
  "signal",
  "statements",
  "processor_payments",
  "processor_identity",
  "profile",
  "cra_base_report",
  "cra_income_insights",
  "cra_partner_insights",
  "cra_network_insights",
  "cra_cashflow_insights",
  "cra_monitoring",
  "cra_lend_score",
  "cra_plaid_credit_score",
  "layer",
  "pay_by_bank",
  "protect_linked_bank",
  "protect_transactions",
] as const satisfies readonly Wire<Products>[];

const COUNTRIES = [
  "US",
  "GB",
  "ES",
  "NL",
  "FR",
  "IE",
  "CA",
  "DE",
  "IT",
  "PL",
  "DK",
  "NO",
  "SE",
  "EE",
  "LT",
  "LV",
  "PT",
  "BE",
  "AT",
  "FI",
] as const satisfies readonly Wire<CountryCode>[];

/** Any product that Plaid has; whether the institution has it is another question. */
export const ProductName = z.enum(PRODUCTS);
export const CountryName = z.enum(COUNTRIES);
export type Country = z.infer<typeof CountryName>;

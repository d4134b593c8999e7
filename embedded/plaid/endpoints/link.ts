import type { LinkTokenCreateResponse } from "plaid";
import { v4 as uuid } from "uuid";
import { z } from "zod";
import { plaidErrors } from "../plaid-error";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { AccessToken, CountryCodes, DaysRequested, ProductName } from "./fields";

const HOUR = 3_600_000;

const LinkTokenCreate = plaidRequest({
  client_name: z.string().min(1, "must be a non-empty string"),
  language: z.string().min(1, "must be a non-empty string"),
  country_codes: CountryCodes,
  user: z.looseObject({ client_user_id: z.string().min(1, "must be a non-empty string") }).optional(),
  user_id: z.string().optional(),
  products: z.array(ProductName).nullish(),
  access_token: AccessToken.nullish(),
  webhook: z.url().optional(),
  transactions: z.strictObject({ days_requested: DaysRequested.optional() }).optional(),
  ...ignored(
    "required_if_supported_products",
    "optional_products",
    "additional_consented_products",
    "access_tokens",
    "link_customization_name",
    "appearance_mode",
    "redirect_uri",
    "android_package_name",
    "institution_data",
    "card_switch",
    "account_filters",
    "eu_config",
    "institution_id",
    "payment_configuration",
    "payment_initiation",
    "employment",
    "income_verification",
    "base_report",
    "credit_partner_insights",
    "cra_options",
    "consumer_report_permissible_purpose",
    "auth",
    "transfer",
    "update",
    "identity_verification",
    "statements",
    "third_party_user_token",
    "investments",
    "investments_auth",
    "hosted_link",
    "cashflow_report",
    "cra_enabled",
    "identity",
    "financekit_supported",
    "enable_multi_item_link",
    "user_token",
  ),
});

const createLinkToken = endpoint(LinkTokenCreate, (request, bank): Answer<LinkTokenCreateResponse> => {
  if (request.user === undefined && request.user_id === undefined) throw plaidErrors.missingFields(["user"]);
  const updating = request.access_token !== undefined && request.access_token !== null;
  if (updating && typeof request.access_token === "string") bank.itemOf(request.access_token);
  const products = request.products ?? [];
  if (!updating && products.length === 0) throw plaidErrors.missingFields(["products"]);
  if (products.includes("balance")) {
    throw plaidErrors.invalidProduct(
      "balance is not a valid product for Link: it is available for every Item",
    );
  }
  // In update mode a token is only good for the moment in which the user is there.
  const lifetime = updating ? HOUR / 2 : 4 * HOUR;
  return {
    link_token: `link-sandbox-${uuid()}`,
    expiration: new Date(bank.now().getTime() + lifetime).toISOString(),
  };
});

export const linkEndpoints: Record<string, Endpoint> = { "/link/token/create": createLinkToken };

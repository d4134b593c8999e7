import type { LinkTokenCreateResponse, LinkTokenGetResponse } from "plaid";
import { v4 as uuid } from "uuid";
import { z } from "zod";
import { AccountFilters, type LinkToken } from "../bank/link-state";
import type { Bank } from "../bank/open-bank";
import { linkErrors } from "../link-errors";
import { plaidErrors } from "../plaid-error";
import { ProductName } from "../wire/names";
import { linkTokenMetadata, toPlaidLinkSession } from "../wire/to-plaid-link-token";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { AccessToken, CountryCodes, DaysRequested } from "./fields";

const HOUR = 3_600_000;
/** How long Plaid can tell what became of a token. */
const KEPT_HOURS = 24;

const LinkTokenCreate = plaidRequest({
  client_name: z.string().min(1, "must be a non-empty string"),
  language: z.string().min(1, "must be a non-empty string"),
  country_codes: CountryCodes,
  user: z.looseObject({ client_user_id: z.string().min(1, "must be a non-empty string") }).optional(),
  user_id: z.string().optional(),
  products: z.array(ProductName).nullish(),
  required_if_supported_products: z.array(ProductName).nullish(),
  optional_products: z.array(ProductName).nullish(),
  additional_consented_products: z.array(ProductName).nullish(),
  access_token: AccessToken.nullish(),
  webhook: z.url().optional(),
  redirect_uri: z.url().optional(),
  transactions: z.strictObject({ days_requested: DaysRequested.optional() }).optional(),
  account_filters: AccountFilters.optional(),
  update: z
    .strictObject({
      account_selection_enabled: z.boolean().optional(),
      ...ignored("reauthorization_enabled", "user", "item_ids"),
    })
    .optional(),
  ...ignored(
    "access_tokens",
    "link_customization_name",
    "appearance_mode",
    "android_package_name",
    "institution_data",
    "card_switch",
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
type LinkTokenCreate = z.infer<typeof LinkTokenCreate>;

/** https://plaid.com/docs/api/link/#link-token-create-request-products */
function checkProducts(request: LinkTokenCreate): void {
  const lists = [
    request.products ?? [],
    request.required_if_supported_products ?? [],
    request.optional_products ?? [],
    request.additional_consented_products ?? [],
  ];
  const all = lists.flat();
  if (request.products?.length === 0 || request.products === undefined || request.products === null) {
    throw plaidErrors.missingFields(["products"]);
  }
  if (all.includes("balance")) {
    throw plaidErrors.invalidProduct(
      "balance is not a valid product for Link: it is available for every Item",
    );
  }
  const twice = all.find((product, place) => all.indexOf(product) !== place);
  if (twice !== undefined)
    throw plaidErrors.invalidField(`${twice} is named in more than one list of products`);
}

/** In update mode the Item has its products already. */
function checkUpdate(request: LinkTokenCreate): void {
  if ((request.products ?? []).length > 0) {
    throw plaidErrors.invalidField("products must not be set in update mode");
  }
}

/** A return address must be plain: Plaid appends its own query. */
function checkRedirect(redirectUri: string | undefined): void {
  if (redirectUri === undefined || !/[?#]/.test(redirectUri)) return;
  throw plaidErrors.invalidField("redirect_uri must not contain a query or a fragment");
}

function updatesOf(request: LinkTokenCreate, bank: Bank): LinkToken["updates"] {
  if (typeof request.access_token !== "string") return null;
  const { itemId } = bank.itemOf(request.access_token);
  return { itemId, selectsAccounts: request.update?.account_selection_enabled ?? false };
}

function toLinkToken(request: LinkTokenCreate, bank: Bank): LinkToken {
  const updates = updatesOf(request, bank);
  const now = bank.now().getTime();
  // In update mode a token is only good for the moment in which the user is there.
  const lifetime = updates === null ? 4 * HOUR : HOUR / 2;
  return {
    linkToken: `link-sandbox-${uuid()}`,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + lifetime).toISOString(),
    clientName: request.client_name,
    language: request.language,
    countryCodes: request.country_codes,
    clientUserId: request.user?.client_user_id ?? null,
    products: request.products ?? [],
    wantedProducts: [...(request.required_if_supported_products ?? []), ...(request.optional_products ?? [])],
    webhook: request.webhook ?? null,
    redirectUri: request.redirect_uri ?? null,
    daysRequested: request.transactions?.days_requested ?? null,
    accountFilters: request.account_filters ?? null,
    updates,
  };
}

const createLinkToken = endpoint(
  LinkTokenCreate,
  async (request, bank): Promise<Answer<LinkTokenCreateResponse>> => {
    if (request.user === undefined && request.user_id === undefined)
      throw plaidErrors.missingFields(["user"]);
    checkRedirect(request.redirect_uri);
    if (typeof request.access_token === "string") checkUpdate(request);
    else checkProducts(request);
    const token = toLinkToken(request, bank);
    const forgotten = new Date(bank.now().getTime() - KEPT_HOURS * HOUR).toISOString();
    await bank.change((state) => {
      state.linkTokens = state.linkTokens.filter(({ expiresAt }) => expiresAt > forgotten);
      const kept = new Set(state.linkTokens.map(({ linkToken }) => linkToken));
      state.linkSessions = state.linkSessions.filter(({ linkToken }) => kept.has(linkToken));
      state.linkTokens.push(token);
    });
    return { link_token: token.linkToken, expiration: token.expiresAt };
  },
);

const getLinkToken = endpoint(
  plaidRequest({ link_token: z.string().min(1, "must be a non-empty string") }),
  (request, bank): Answer<LinkTokenGetResponse> => {
    const token = bank.state.linkTokens.find(({ linkToken }) => linkToken === request.link_token);
    if (token === undefined) throw linkErrors.invalidLinkToken();
    return {
      link_token: token.linkToken,
      created_at: token.createdAt,
      expiration: token.expiresAt,
      link_sessions: bank.state.linkSessions
        .filter(({ linkToken }) => linkToken === token.linkToken)
        .map(toPlaidLinkSession),
      metadata: linkTokenMetadata(token),
    };
  },
);

export const linkEndpoints: Record<string, Endpoint> = {
  "/link/token/create": createLinkToken,
  "/link/token/get": getLinkToken,
};

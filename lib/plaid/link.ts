import { CountryCode, type LinkTokenCreateRequest, Products } from "plaid";
import { env } from "../env";
import { plaid } from "./client";
import { askPlaid, type ToldProblem, toldProblem } from "./errors";
import { type BankAccount, toBankAccount } from "./map";

/** Plaid shows at most 30 characters. */
const CLIENT_NAME = "Purser";
/** The most that Plaid offers; fixed for the life of a connection, so asking for less cannot be mended later. */
export const DAYS_OF_HISTORY = 730;

/** Without transactions there is nothing to talk about; the others are read where a bank has them. */
const REQUIRED_PRODUCTS = [Products.Transactions];
const OPTIONAL_PRODUCTS = [Products.Investments, Products.Liabilities];
/** All that is ever read. */
const READ_PRODUCTS: readonly string[] = [
  ...REQUIRED_PRODUCTS,
  ...OPTIONAL_PRODUCTS,
  Products.RecurringTransactions,
];

export type LinkTokenRequest = {
  userId: string;
  webhook: string | undefined;
  /** Where banks with a sign-in page of their own send the person back to; https and registered with Plaid. */
  redirectUri: string | undefined;
  /** Update mode: mends this item, or lets the person choose its accounts, instead of making a new one. */
  update?: { accessToken: string; selectAccounts: boolean };
};

export type LinkToken = { linkToken: string; expiration: string; requestId: string };

/**
 * A token with which the person opens Link once. https://plaid.com/docs/api/link/#linktokencreate
 * @returns expiration as ISO 8601 UTC
 * @throws {PlaidFailure} of kind `gone` when the item of the update mode no longer exists
 */
export async function requestLinkToken(request: LinkTokenRequest): Promise<LinkToken> {
  const token = await askPlaid(() => plaid().linkTokenCreate(toLinkTokenRequest(request)));
  return { linkToken: token.link_token, expiration: token.expiration, requestId: token.request_id };
}

/** In update mode Plaid wants no products and does not look at the webhook. https://plaid.com/docs/link/update-mode/ */
function toLinkTokenRequest(request: LinkTokenRequest): LinkTokenCreateRequest {
  const { userId, webhook, redirectUri, update } = request;
  const session = {
    client_name: CLIENT_NAME,
    language: "en",
    country_codes: countryCodes(),
    // Our id and nothing else: Plaid asks for an opaque one.
    user: { client_user_id: userId },
    ...(redirectUri !== undefined && { redirect_uri: redirectUri }),
  };
  if (update) {
    return {
      ...session,
      access_token: update.accessToken,
      ...(update.selectAccounts && { update: { account_selection_enabled: true } }),
    };
  }
  return {
    ...session,
    products: REQUIRED_PRODUCTS,
    // Not "required if supported": a bank that has them on offer but fails to hand them over can still be linked.
    optional_products: OPTIONAL_PRODUCTS,
    transactions: { days_requested: DAYS_OF_HISTORY },
    ...(webhook !== undefined && { webhook }),
  };
}

const countryCodes = (): CountryCode[] => {
  const wanted = env().PLAID_COUNTRY_CODES;
  return Object.values(CountryCode).filter((code) => wanted.includes(code));
};

/** What a public token becomes; it works once and for 30 minutes. The access token is a secret and never expires. */
export type LinkedBank = { accessToken: string; plaidItemId: string; requestId: string };

/** @throws {PlaidFailure} of kind `link_used` when the token was used before or is too old */
export async function exchangePublicToken(publicToken: string): Promise<LinkedBank> {
  const exchanged = await askPlaid(() => plaid().itemPublicTokenExchange({ public_token: publicToken }));
  return {
    accessToken: exchanged.access_token,
    plaidItemId: exchanged.item_id,
    requestId: exchanged.request_id,
  };
}

export type BankSnapshot = {
  institutionId: string | null;
  institutionName: string | null;
  /**
   * Of what we read: what it was linked for (Plaid's product names). Not what Plaid has on offer for it besides: a first
   * call for that would begin a subscription.
   */
  products: string[];
  /** Where Plaid sends its news. */
  webhookUrl: string | null;
  /** What is wrong with the item although Plaid answers; null: nothing. */
  problem: ToldProblem | null;
  accounts: BankAccount[];
};

/**
 * The bank and its accounts as last seen by Plaid (free and fast; not a live call to the bank).
 * @param now the moment of balances that the bank does not date
 */
export async function readBank(accessToken: string, now: Date): Promise<BankSnapshot> {
  const { accounts, item } = await askPlaid(() => plaid().accountsGet({ access_token: accessToken }));
  const agreed = new Set<string>([
    ...(item.products ?? []),
    ...item.billed_products,
    ...(item.consented_products ?? []),
  ]);
  return {
    institutionId: item.institution_id ?? null,
    institutionName: item.institution_name ?? null,
    products: READ_PRODUCTS.filter((product) => agreed.has(product)),
    webhookUrl: item.webhook || null,
    problem: toldProblem(item.error),
    accounts: accounts.map((account) => toBankAccount(account, now)),
  };
}

export async function readInstitutionName(institutionId: string): Promise<string> {
  const { institution } = await askPlaid(() =>
    plaid().institutionsGetById({ institution_id: institutionId, country_codes: countryCodes() }),
  );
  return institution.name;
}

/** Ends the connection at Plaid, which is billed for as long as its token is valid. */
export async function removeBank(accessToken: string): Promise<void> {
  await askPlaid(() => plaid().itemRemove({ access_token: accessToken }));
}

import { CountryCode, Products } from "plaid";
import { plaid } from "./client";
import { askPlaid } from "./errors";
import { type BankAccount, toBankAccount } from "./map";

/** Plaid shows at most 30 characters. */
const CLIENT_NAME = "Purser";
/** The most that Plaid offers; fixed for the life of a connection, so asking for less cannot be mended later. */
const DAYS_OF_HISTORY = 730;

/** @returns a token with which the person opens Link once; `expiration` is ISO 8601 UTC. @throws {AppError} */
export async function requestLinkToken(userId: string): Promise<{ linkToken: string; expiration: string }> {
  const token = await askPlaid(() =>
    plaid().linkTokenCreate({
      client_name: CLIENT_NAME,
      language: "en",
      country_codes: [CountryCode.Us],
      // Our id and nothing else: Plaid asks for an opaque one.
      user: { client_user_id: userId },
      products: [Products.Transactions],
      transactions: { days_requested: DAYS_OF_HISTORY },
    }),
  );
  return { linkToken: token.link_token, expiration: token.expiration };
}

/** What a public token becomes; it works once and for 30 minutes. The access token is a secret and never expires. */
export type LinkedBank = { accessToken: string; plaidItemId: string };

/** @throws {PlaidFailure} of kind `link_used` when the token was used before or is too old */
export async function exchangePublicToken(publicToken: string): Promise<LinkedBank> {
  const { access_token: accessToken, item_id: plaidItemId } = await askPlaid(() =>
    plaid().itemPublicTokenExchange({ public_token: publicToken }),
  );
  return { accessToken, plaidItemId };
}

export type BankSnapshot = {
  institutionId: string | null;
  institutionName: string | null;
  accounts: BankAccount[];
};

/**
 * The bank and its accounts as last seen by Plaid (free and fast; not a live call to the bank).
 * @param now the moment of balances that the bank does not date
 */
export async function readBank(accessToken: string, now: Date): Promise<BankSnapshot> {
  const { accounts, item } = await askPlaid(() => plaid().accountsGet({ access_token: accessToken }));
  return {
    institutionId: item.institution_id ?? null,
    institutionName: item.institution_name ?? null,
    accounts: accounts.map((account) => toBankAccount(account, now)),
  };
}

export async function readInstitutionName(institutionId: string): Promise<string> {
  const { institution } = await askPlaid(() =>
    plaid().institutionsGetById({ institution_id: institutionId, country_codes: [CountryCode.Us] }),
  );
  return institution.name;
}

/** Ends the connection at Plaid, which is billed for as long as its token is valid. */
export async function removeBank(accessToken: string): Promise<void> {
  await askPlaid(() => plaid().itemRemove({ access_token: accessToken }));
}

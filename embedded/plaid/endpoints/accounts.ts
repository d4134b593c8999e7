import type { AccountsGetResponse } from "plaid";
import { z } from "zod";
import { plaidAccounts } from "../bank/accounts-of";
import type { Bank } from "../bank/open-bank";
import { requestedAccounts } from "../bank/requested-accounts";
import { toPlaidItem } from "../wire/to-plaid-item";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken, AccountIds } from "./fields";

type Request = { access_token: string; options?: { account_ids?: string[] | undefined } | undefined };

/** This bank has one truth: what Plaid remembers of a balance and what the bank says live are the same. */
function accounts({ access_token, options }: Request, bank: Bank): Answer<AccountsGetResponse> {
  const item = bank.itemOf(access_token);
  const wanted = new Set(requestedAccounts(bank, item, options?.account_ids).map(({ key }) => key));
  return {
    accounts: plaidAccounts(bank, item, ({ key }) => wanted.has(key)),
    item: toPlaidItem(item),
  };
}

const getAccounts = endpoint(
  plaidRequest({
    access_token: AccessToken,
    options: z.strictObject({ account_ids: AccountIds.optional() }).optional(),
  }),
  accounts,
);

const getBalances = endpoint(
  plaidRequest({
    access_token: AccessToken,
    options: z
      .strictObject({
        account_ids: AccountIds.optional(),
        min_last_updated_datetime: z.iso.datetime({ offset: true }).optional(),
      })
      .optional(),
  }),
  accounts,
);

export const accountsEndpoints: Record<string, Endpoint> = {
  "/accounts/get": getAccounts,
  "/accounts/balance/get": getBalances,
};

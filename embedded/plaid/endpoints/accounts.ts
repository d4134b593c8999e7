import type { AccountsGetResponse } from "plaid";
import { z } from "zod";
import { accountsAt, plaidAccounts } from "../bank/accounts-of";
import { plaidErrors } from "../plaid-error";
import { derivedId } from "../wire/opaque-id";
import { toPlaidItem } from "../wire/to-plaid-item";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

const AccountsGet = plaidRequest({
  access_token: AccessToken,
  options: z.strictObject({ account_ids: z.array(z.string()).optional() }).optional(),
});

const getAccounts = endpoint(AccountsGet, (request, bank): Answer<AccountsGetResponse> => {
  const item = bank.itemOf(request.access_token);
  const wanted = request.options?.account_ids;
  const known = accountsAt(bank, item).map(({ key }) => derivedId(item.itemId, "account", key));
  if (wanted?.some((id) => !known.includes(id))) throw plaidErrors.invalidAccountId();
  const accounts = plaidAccounts(bank, item, ({ key }) => {
    return wanted === undefined || wanted.includes(derivedId(item.itemId, "account", key));
  });
  return { accounts, item: toPlaidItem(item) };
});

export const accountsEndpoints: Record<string, Endpoint> = { "/accounts/get": getAccounts };

import type { ItemGetResponse, ItemPublicTokenExchangeResponse, ItemRemoveResponse } from "plaid";
import { z } from "zod";
import { plaidErrors } from "../plaid-error";
import { toPlaidItem } from "../wire/to-plaid-item";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

const exchangePublicToken = endpoint(
  plaidRequest({ public_token: z.string().min(1, "must be a non-empty string") }),
  async (request, bank): Promise<Answer<ItemPublicTokenExchangeResponse>> => {
    if (!/^public-sandbox-[0-9a-f-]{36}$/.test(request.public_token)) {
      throw plaidErrors.invalidPublicToken(
        "provided public token is in an invalid format. expected format: public-<environment>-<identifier>",
      );
    }
    const found = bank.state.publicTokens.find(({ publicToken }) => publicToken === request.public_token);
    if (found === undefined) throw plaidErrors.invalidPublicToken();
    if (found.expiresAt <= bank.now().toISOString()) {
      throw plaidErrors.invalidPublicToken(
        "provided public token is expired. Public tokens expire 30 minutes after creation at which point they can no longer be exchanged",
      );
    }
    await bank.change((state) => {
      state.publicTokens = state.publicTokens.filter((token) => token !== found);
      state.items.push(found.item);
    });
    return { access_token: found.item.accessToken, item_id: found.item.itemId };
  },
);

const getItem = endpoint(
  plaidRequest({ access_token: AccessToken }),
  (request, bank): Answer<ItemGetResponse> => {
    const item = bank.itemOf(request.access_token);
    const fetched = item.history === "none" ? null : bank.now().toISOString();
    return {
      item: {
        ...toPlaidItem(item),
        created_at: item.createdAt,
        consented_use_cases: [],
        consented_data_scopes: [],
      },
      status: {
        investments: null,
        transactions: { last_successful_update: fetched, last_failed_update: null },
        last_webhook: null,
      },
    };
  },
);

const removeItem = endpoint(
  plaidRequest({ access_token: AccessToken, ...ignored("reason_code", "reason_note") }),
  async (request, bank): Promise<Answer<ItemRemoveResponse>> => {
    const { itemId } = bank.itemOf(request.access_token);
    await bank.change((state) => {
      for (const item of state.items) if (item.itemId === itemId) item.removed = true;
    });
    return {};
  },
);

export const itemEndpoints: Record<string, Endpoint> = {
  "/item/public_token/exchange": exchangePublicToken,
  "/item/get": getItem,
  "/item/remove": removeItem,
};

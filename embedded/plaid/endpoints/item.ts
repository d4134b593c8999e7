import type {
  ItemAccessTokenInvalidateResponse,
  ItemGetResponse,
  ItemPublicTokenExchangeResponse,
  ItemRemoveResponse,
  ItemWebhookUpdateResponse,
} from "plaid";
import { v4 as uuid } from "uuid";
import { z } from "zod";
import { isBlocked } from "../bank/problems";
import { plaidErrors } from "../plaid-error";
import { sendWebhook } from "../webhooks/send-webhook";
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
    const now = bank.now().toISOString();
    // While the bank does not let Plaid in, the last good look is the one before.
    const seen = isBlocked(item) ? (item.problem?.at ?? now) : now;
    const failed = isBlocked(item) ? now : null;
    return {
      item: {
        ...toPlaidItem(item),
        created_at: item.createdAt,
        consented_use_cases: [],
        consented_data_scopes: [],
      },
      status: {
        investments: item.products.includes("investments")
          ? { last_successful_update: seen, last_failed_update: failed }
          : null,
        transactions: {
          last_successful_update: item.history === "none" ? null : seen,
          last_failed_update: failed,
        },
        last_webhook:
          item.lastWebhook === null
            ? null
            : { sent_at: item.lastWebhook.sentAt, code_sent: item.lastWebhook.code },
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

/** The old address is told of nothing any more; the new one hears so at once. */
const updateWebhook = endpoint(
  plaidRequest({ access_token: AccessToken, webhook: z.url().nullish() }),
  async (request, bank): Promise<Answer<ItemWebhookUpdateResponse>> => {
    const item = bank.itemOf(request.access_token);
    await bank.change(() => {
      item.webhook = request.webhook ?? null;
    });
    await sendWebhook(bank, item, {
      type: "ITEM",
      code: "WEBHOOK_UPDATE_ACKNOWLEDGED",
      error: null,
      new_webhook_url: item.webhook,
    });
    return { item: toPlaidItem(item) };
  },
);

const invalidateAccessToken = endpoint(
  plaidRequest({ access_token: AccessToken }),
  async (request, bank): Promise<Answer<ItemAccessTokenInvalidateResponse>> => {
    const item = bank.itemOf(request.access_token);
    await bank.change(() => {
      item.accessToken = `access-sandbox-${uuid()}`;
    });
    return { new_access_token: item.accessToken };
  },
);

export const itemEndpoints: Record<string, Endpoint> = {
  "/item/public_token/exchange": exchangePublicToken,
  "/item/get": getItem,
  "/item/remove": removeItem,
  "/item/webhook/update": updateWebhook,
  "/item/access_token/invalidate": invalidateAccessToken,
};

import { z } from "zod";
import { WEBHOOK_MODES } from "../webhooks/post-office";
import { rotateKey } from "../webhooks/signing-keys";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

/** How webhooks travel, and how long the bank waits before it tries again (1: as long as Plaid). */
const setWebhooks = endpoint(
  plaidRequest({
    mode: z.enum(WEBHOOK_MODES).optional(),
    retryScale: z.number().min(0).max(1).optional(),
  }),
  ({ mode, retryScale }, bank) => {
    if (retryScale !== undefined) bank.post.setRetryScale(retryScale);
    if (mode !== undefined) bank.post.setMode(mode);
    return {};
  },
);

const showLog = endpoint(plaidRequest({ access_token: AccessToken.optional() }), (request, bank) => {
  const itemId = request.access_token === undefined ? null : bank.itemOf(request.access_token).itemId;
  const webhooks = bank.post
    .log()
    .filter((webhook) => itemId === null || webhook.itemId === itemId)
    .map(({ body, ...webhook }) => ({ ...webhook, body: JSON.parse(body) }));
  return { webhooks };
});

/** Sends now what waits for its next attempt; answers when nothing is under way any more. */
const retryNow = endpoint(plaidRequest({}), async (_, bank) => {
  await bank.post.retryNow();
  return {};
});

const rotate = endpoint(plaidRequest({}), async (_, bank) => {
  const { kid } = await rotateKey(bank);
  return { key_id: kid };
});

export const controlWebhooksEndpoints: Record<string, Endpoint> = {
  "/control/webhooks": setWebhooks,
  "/control/webhooks/log": showLog,
  "/control/webhooks/retry": retryNow,
  "/control/webhooks/rotate_key": rotate,
};

import type { CategoriesGetResponse, WebhookVerificationKeyGetResponse } from "plaid";
import { z } from "zod";
import { PlaidError } from "../plaid-error";
import { webhookKey } from "../webhooks/signing-keys";
import { LEGACY_CATEGORIES } from "../wire/legacy-categories";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";

/** Needs no credentials, as at Plaid; see the request handler. */
const getCategories = endpoint(plaidRequest({}), (): Answer<CategoriesGetResponse> => {
  return {
    categories: LEGACY_CATEGORIES.map(([id, group, ...hierarchy]) => ({
      category_id: id,
      group,
      hierarchy,
    })),
  };
});

const getWebhookKey = endpoint(
  plaidRequest({ key_id: z.string().min(1, "must be a non-empty string") }),
  (request, bank): Answer<WebhookVerificationKeyGetResponse> => {
    const key = webhookKey(bank, request.key_id);
    if (key === undefined)
      throw new PlaidError(
        "INVALID_INPUT",
        "INVALID_WEBHOOK_VERIFICATION_KEY_ID",
        "invalid key_id provided. note that key_ids are specific to Plaid environments, and verification requests must be made to the same environment that the webhook was sent from",
      );
    return { key };
  },
);

export const referenceEndpoints: Record<string, Endpoint> = {
  "/categories/get": getCategories,
  "/webhook_verification_key/get": getWebhookKey,
};

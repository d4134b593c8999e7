import type { PlaidProxy } from "./plaid-proxy";
import type { WebhookSigner } from "./webhook-signer";

/** Makes the bank behind this proxy know these keys as those that sign its webhooks. */
export const answerForKeys =
  (...signers: readonly WebhookSigner[]): PlaidProxy["intervene"] =>
  (path, body) => {
    if (path !== "/webhook_verification_key/get") return undefined;
    const signer = signers.find(({ kid }) => kid === body.key_id);
    if (!signer) return { status: 400, code: "INVALID_WEBHOOK_VERIFICATION_KEY_ID", type: "INVALID_INPUT" };
    const { kid, publicKey } = signer;
    return { answer: { key: { ...publicKey, alg: "ES256", kid, use: "sig", created_at: 1_700_000_000 } } };
  };

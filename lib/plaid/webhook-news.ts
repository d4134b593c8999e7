import { z } from "zod";

/** A field that we can do without must not make the message unreadable: Plaid adds and changes fields without notice. */
const text = z.string().optional().catch(undefined);
const moment = z.iso.datetime({ offset: true }).optional().catch(undefined);

/**
 * What we keep of a webhook: the fields that something here reads. The rest is dropped before anything is stored, because
 * some kinds carry tokens. https://plaid.com/docs/api/webhooks/
 */
export const WebhookNews = z.object({
  webhook_type: z.string().min(1).max(100),
  webhook_code: z.string().min(1).max(100),
  /** Left out of news that is not about one bank. */
  item_id: text,
  account_id: text,
  /** When a bank that still works will ask the person again (PENDING_DISCONNECT, PENDING_EXPIRATION). */
  disconnect_time: moment,
  consent_expiration_time: moment,
  /** The words are left out: they are for people, and change. */
  error: z.object({ error_type: text, error_code: text }).nullish().catch(undefined),
});
export type WebhookNews = z.infer<typeof WebhookNews>;

import { database } from "../db/client";
import { insertEvents, type NewEvent } from "../db/queries/webhook-events";
import { AppError } from "../errors";
import { inBatches } from "../in-batches";
import { lazy } from "../lazy";
import { type SignedMessage, verifyWebhook } from "../plaid/verify-webhook";
import { webhookKeys } from "../plaid/webhook-keys";
import { WebhookNews } from "../plaid/webhook-news";
import { wakeForNews } from "./wake-for-news";

const LARGEST_BATCH = 200;

/** Webhooks come in bursts; one commit for many costs the disk as much as one for one. */
const store = lazy("news-store", () =>
  inBatches<NewEvent>((events) => insertEvents(database(), events), LARGEST_BATCH),
);

/**
 * Takes in one webhook of Plaid: proves that it is theirs, stores it once, and wakes a worker. What it asks for is done by
 * `handleNews`, there.
 *
 * Once it is stored it is not lost: when the queue is away, the sweep wakes a worker later.
 * @throws {AppError} `unauthenticated` for a bad signature, `invalid` for a body that is no webhook, `unavailable` when
 * the key cannot be asked for now
 */
export async function receiveNews(message: SignedMessage, now: Date = new Date()): Promise<void> {
  const fingerprint = await verifyWebhook(message, webhookKeys(), now);
  const payload = parseNews(message.body);
  await store()({
    fingerprint,
    type: payload.webhook_type,
    code: payload.webhook_code,
    plaidItemId: payload.item_id ?? null,
    payload,
    receivedAt: now,
  });
  wakeForNews();
}

function parseNews(body: Uint8Array): WebhookNews {
  const news = WebhookNews.safeParse(parseJson(body));
  if (news.success) return news.data;
  throw new AppError("invalid", "The body is not a webhook: it lacks webhook_type or webhook_code.");
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new AppError("invalid", "The body of the webhook is not valid JSON.", { cause });
  }
}

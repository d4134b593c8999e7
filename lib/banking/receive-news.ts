import { setTimeout as sleep } from "node:timers/promises";
import { database } from "../db/client";
import { insertEvent } from "../db/queries/webhook-events";
import { AppError } from "../errors";
import { log } from "../log";
import { type SignedMessage, verifyWebhook } from "../plaid/verify-webhook";
import { webhookKeys } from "../plaid/webhook-keys";
import { WebhookNews } from "../plaid/webhook-news";
import { enqueue } from "../queue/enqueue";

/** The sender waits ten seconds at most, and what is stored is found by the sweep anyway. */
const QUEUE_PATIENCE_MS = 1_000;

/**
 * Takes in one webhook of Plaid: proves that it is theirs, stores it once, and puts it into the queue. What it asks for is
 * done by `handleNews`, in a worker.
 *
 * Once it is stored it is not lost: when the queue is away, the sweep puts it there later.
 * @throws {AppError} `unauthenticated` for a bad signature, `invalid` for a body that is no webhook, `unavailable` when
 * the key cannot be asked for now
 */
export async function receiveNews(message: SignedMessage, now: Date = new Date()): Promise<void> {
  const fingerprint = await verifyWebhook(message, webhookKeys(), now);
  const payload = parseNews(message.body);
  const eventId = await insertEvent(database(), {
    fingerprint,
    type: payload.webhook_type,
    code: payload.webhook_code,
    plaidItemId: payload.item_id ?? null,
    payload,
    receivedAt: now,
  });
  await tryToEnqueue(eventId);
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

async function tryToEnqueue(eventId: string): Promise<void> {
  const waiting = new AbortController();
  const queued = enqueueNews(eventId).catch((err: unknown) =>
    log().warn({ err, eventId }, "news not in the queue; the sweep puts it there"),
  );
  const tooLong = sleep(QUEUE_PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([queued, tooLong]);
  waiting.abort();
}

/** Puts the handling of stored news into the queue, where it is at most once. @throws {AppError} `unavailable` */
export const enqueueNews = (eventId: string): Promise<void> =>
  enqueue("bank.news", { eventId }, { deduplication: { id: eventId } });

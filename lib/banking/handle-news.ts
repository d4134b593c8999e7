import { database } from "../db/client";
import { findItemByPlaidId } from "../db/queries/items";
import { closeEvent, findOpenEvent, type WebhookEvent } from "../db/queries/webhook-events";
import { log } from "../log";
import { WebhookNews } from "../plaid/webhook-news";
import { NEWS_EFFECTS } from "./news-effects";

/**
 * Does what one stored piece of news asks for. Safe to do twice, and in any order.
 * @throws {AppError} `unavailable` when it could not be done now; the sweep tries again
 */
export async function handleNews(eventId: string, now: Date = new Date()): Promise<void> {
  const event = await findOpenEvent(database(), eventId);
  if (!event) return;
  const outcome = await effectOf(event, now);
  const { type, code } = event;
  log().info({ eventId, type, code, outcome }, "news of a bank");
  await closeEvent(database(), event, outcome, now);
}

/** @returns what was done, in a word */
async function effectOf(event: WebhookEvent, now: Date): Promise<string> {
  const name = `${event.type} ${event.code}`;
  const effect = Object.hasOwn(NEWS_EFFECTS, name) ? NEWS_EFFECTS[name] : undefined;
  if (!effect || event.plaidItemId === null) return "ignored";
  const item = await findItemByPlaidId(database(), event.plaidItemId);
  if (!item) {
    const { id: eventId, plaidItemId, type, code } = event;
    log().warn(
      { eventId, plaidItemId, type, code },
      "news of a bank link that is not stored here; unless it was just unlinked, Plaid bills it for nobody",
    );
    return "not ours";
  }
  if (item.status === "revoked") return "access ended before";
  return effect({ item, event, payload: WebhookNews.parse(event.payload), now });
}

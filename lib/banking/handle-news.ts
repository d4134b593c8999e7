import { database } from "../db/client";
import { findItemByPlaidId } from "../db/queries/items";
import { closeEvent, findOpenEvent } from "../db/queries/webhook-events";
import { log } from "../log";
import { requestSync } from "./request-sync";

/**
 * Does what one stored piece of news asks for. Safe to do twice, and in any order.
 * @throws {AppError} `unavailable` when it could not be done now; the sweep tries again
 */
export async function handleNews(eventId: string, now: Date = new Date()): Promise<void> {
  const event = await findOpenEvent(database(), eventId);
  if (!event) return;
  const item = event.plaidItemId ? await findItemByPlaidId(database(), event.plaidItemId) : undefined;
  const isSync =
    item !== undefined && event.type === "TRANSACTIONS" && event.code === "SYNC_UPDATES_AVAILABLE";
  if (isSync) await requestSync(item.id);
  else log().info({ eventId, type: event.type, code: event.code }, "news of a bank without effect");
  await closeEvent(database(), eventId, isSync ? "sync" : "ignored", now);
}

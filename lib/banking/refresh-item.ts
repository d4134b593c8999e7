import { database } from "../db/client";
import { findOwnedItem } from "../db/queries/items";
import { AppError } from "../errors";
import { log } from "../log";
import { redis } from "../redis";
import { requestSync } from "./request-sync";

const PAUSE_SECONDS = 60;

/**
 * What "Refresh now" does: a reading of what Plaid has, which is free; Plaid is not made to ask the bank, which is billed.
 * @throws {AppError} `not_found` when this person has no such connection, `conflict` for one that cannot be read,
 * `rate_limited` within a minute of the last time
 */
export async function refreshItem(userId: string, itemId: string, now: Date = new Date()): Promise<void> {
  const item = await findOwnedItem(database(), userId, itemId);
  if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
  if (item.source === "file") {
    throw new AppError("conflict", "These accounts come from files. Import a newer file instead.");
  }
  if (item.accessTokenEncrypted === null) {
    throw new AppError("conflict", "Access to this bank has ended. Connect the bank again.");
  }
  if (!(await isFirstInAWhile(itemId))) {
    throw new AppError("rate_limited", "This bank was refreshed a moment ago. Try again in a minute.");
  }
  await requestSync(itemId, now);
}

/** Without Redis nobody is held up: what it protects against costs little. */
async function isFirstInAWhile(itemId: string): Promise<boolean> {
  try {
    return (await redis().set(`purser:refresh:${itemId}`, "1", "EX", PAUSE_SECONDS, "NX")) === "OK";
  } catch (err) {
    log().warn({ err, itemId }, "refreshes are not counted: Redis does not answer");
    return true;
  }
}

import { database } from "../db/client";
import { findOwnedItem } from "../db/queries/items";
import { AppError } from "../errors";
import { requestSync } from "./request-sync";

/**
 * The person wants this bank read now. (What Plaid has of it: it looks at the bank itself a few times a day, and asking it to
 * look at once costs money each time.)
 * @throws {AppError} `not_found` for a connection that is not theirs, `conflict` where there is nothing to read
 */
export async function refreshConnection(userId: string, itemId: string): Promise<void> {
  const item = await findOwnedItem(database(), userId, itemId);
  if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
  if (item.source === "file") {
    throw new AppError("conflict", "These accounts come from files: import a newer file instead.");
  }
  if (item.accessTokenEncrypted === null) {
    throw new AppError("conflict", "Access to this bank has ended. Connect the bank again.");
  }
  await requestSync(item.id);
}

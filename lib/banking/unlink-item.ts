import { database } from "../db/client";
import { listAccountsOfItem } from "../db/queries/accounts";
import { deleteItem, findOwnedItem, lockBanking } from "../db/queries/items";
import { insertLinkToEnd } from "../db/queries/links-to-end";
import { AppError } from "../errors";
import { dropInsights } from "../insights/refresh-insights";
import { dropSnapshot } from "../insights/refresh-snapshot";
import { log } from "../log";
import { publishToPerson } from "../stream/person-events";
import { endLink } from "./end-link";
import { keepImports } from "./keep-imports";
import { refreshAfterLoss } from "./refresh-after-loss";

/**
 * Removes a connection, a bank's or one of files, and everything that came through it: here at once; at Plaid, which bills
 * it until then, now or as soon as Plaid answers. What was brought from files to the accounts of a bank stays, at a bank of
 * files.
 * @throws {AppError} `not_found` when this person has no such connection
 */
export async function unlinkItem(userId: string, itemId: string, now: Date = new Date()): Promise<void> {
  const { isToEnd, plaidItemId } = await database().transaction(async (tx) => {
    await lockBanking(tx, userId);
    const item = await findOwnedItem(tx, userId, itemId);
    if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
    const { id, accessTokenEncrypted } = item;
    if (accessTokenEncrypted !== null) {
      await insertLinkToEnd(tx, { id, userId, accessTokenEncrypted, dueAt: now });
    }
    if (item.source === "plaid") await keepImports(tx, item, await listAccountsOfItem(tx, itemId), now);
    await deleteItem(tx, userId, itemId);
    await refreshAfterLoss(tx, userId, now);
    return { isToEnd: accessTokenEncrypted !== null, plaidItemId: item.plaidItemId };
  });
  // The one way to find the link at Plaid, should its token be lost before it is ended.
  log().info({ userId, itemId, plaidItemId }, "bank unlinked");
  await Promise.all([dropSnapshot(userId), dropInsights(userId)]);
  publishToPerson(userId, { type: "bank", connectionId: itemId, state: "removed" });
  if (!isToEnd) return;
  await endLink(itemId, now).catch((err: unknown) =>
    log().warn({ err, itemId }, "bank link not ended at Plaid; the sweep will"),
  );
}

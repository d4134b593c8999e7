import { eq } from "drizzle-orm";
import { database } from "../db/client";
import { findItem, lockBanking } from "../db/queries/items";
import { insertLinkToEnd } from "../db/queries/links-to-end";
import { accounts, items } from "../db/schema/banks";

/**
 * Access to this bank has ended for good: what came through it is deleted, its token is to be ended at Plaid, and it is
 * never read again. Does nothing when that has happened already.
 */
export async function endAccess(itemId: string, now: Date): Promise<void> {
  const item = await findItem(database(), itemId);
  if (!item) return;
  await database().transaction(async (tx) => {
    await lockBanking(tx, item.userId);
    const current = await findItem(tx, itemId);
    if (!current?.accessTokenEncrypted) return;
    const { id, userId, accessTokenEncrypted } = current;
    await insertLinkToEnd(tx, { id, userId, accessTokenEncrypted, dueAt: now });
    await tx.delete(accounts).where(eq(accounts.itemId, id));
    await tx
      .update(items)
      .set({ status: "revoked", accessTokenEncrypted: null, nextReadAt: null, reconnectBy: null })
      .where(eq(items.id, id));
  });
}

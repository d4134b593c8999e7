import { database } from "../db/client";
import { deleteAccountsOfItem, listAccountsOfItem } from "../db/queries/accounts";
import { findItem, lockBanking, saveEndedItem } from "../db/queries/items";
import { insertLinkToEnd } from "../db/queries/links-to-end";
import { log } from "../log";
import { publishToPerson } from "../stream/person-events";
import { keepImports } from "./keep-imports";
import { refreshAfterLoss } from "./refresh-after-loss";

/**
 * The person has withdrawn their permission, or the item is gone at Plaid: everything that came through it is deleted
 * (not what the person brought to it from files), the sealed token goes to the links to end, and the item stays only to say so. It is never read again, and a reading that is
 * going on stores nothing. Does nothing when that has happened already.
 * https://plaid.com/docs/api/items/#user_permission_revoked
 * @param code why
 */
export async function endAccess(
  itemId: string,
  now: Date = new Date(),
  code = "USER_PERMISSION_REVOKED",
): Promise<void> {
  const known = await findItem(database(), itemId);
  if (!known) return;
  await database().transaction(async (tx) => {
    await lockBanking(tx, known.userId);
    const item = await findItem(tx, itemId);
    if (!item || item.source === "file" || item.status === "revoked") return;
    const { id, userId, accessTokenEncrypted } = item;
    if (accessTokenEncrypted !== null) {
      await insertLinkToEnd(tx, { id, userId, accessTokenEncrypted, dueAt: now });
    }
    await keepImports(tx, item, await listAccountsOfItem(tx, itemId), now);
    await deleteAccountsOfItem(tx, itemId);
    await saveEndedItem(tx, itemId, code);
    await refreshAfterLoss(tx, userId, now);
    log().info(
      { itemId, plaidItemId: item.plaidItemId, code },
      "access to a bank has ended; its data is deleted",
    );
  });
  publishToPerson(known.userId, { type: "bank", connectionId: itemId, state: "problem" });
}

import { database } from "../db/client";
import { deleteAccount, listAccountsOfItem } from "../db/queries/accounts";
import { findItem, lockBanking } from "../db/queries/items";
import { interruptReading } from "../db/queries/read-leases";
import { log } from "../log";
import { keepImports } from "./keep-imports";
import { refreshAfterLoss } from "./refresh-after-loss";

/**
 * The person no longer shares this account: it goes, with everything on it but what they brought from files. Does nothing when that has happened already.
 * https://plaid.com/docs/api/items/#user_account_revoked
 */
export async function endAccountAccess(
  itemId: string,
  plaidAccountId: string,
  now: Date = new Date(),
): Promise<void> {
  const item = await findItem(database(), itemId);
  if (!item) return;
  await database().transaction(async (tx) => {
    await lockBanking(tx, item.userId);
    // Its list of accounts is from before, and would bring this one back.
    await interruptReading(tx, itemId, now);
    const account = (await listAccountsOfItem(tx, itemId)).find(
      (one) => one.plaidAccountId === plaidAccountId,
    );
    if (!account) return;
    await keepImports(tx, item, [account], now);
    await deleteAccount(tx, itemId, plaidAccountId);
    await refreshAfterLoss(tx, item.userId, now);
    log().info({ itemId }, "access to an account has ended; its data is deleted");
  });
}

import { sendWebhook } from "../webhooks/send-webhook";
import { derivedId } from "../wire/opaque-id";
import { listedKeys } from "./accounts-of";
import { syncUpdatesAvailable } from "./history";
import type { Bank } from "./open-bank";
import { isBlocked } from "./problems";
import { type Revision, revisionOn } from "./revision";
import type { SandboxItem } from "./state";

/** What the item shows now, to tell later what has changed since. */
export const revisionNow = (bank: Bank, item: SandboxItem): Revision => revisionOn(item, bank.today(item));

/**
 * Tells of what changed since a revision as Plaid would: for /transactions/sync only when it was called before, for
 * /transactions/get always; nothing while the bank does not let Plaid in.
 * @returns whether anything had changed
 */
export async function announceChanges(bank: Bank, item: SandboxItem, from: Revision): Promise<boolean> {
  if (item.history === "none" || isBlocked(item)) return false;
  const changes = bank.ledger.changes({
    item,
    from,
    to: revisionNow(bank, item),
    accounts: listedKeys(bank, item),
  });
  if (changes.length === 0) return false;
  if (item.syncCalled) await sendWebhook(bank, item, syncUpdatesAvailable(item));
  const added = changes.filter(({ kind }) => kind === "added").length;
  if (added > 0) {
    await sendWebhook(bank, item, {
      type: "TRANSACTIONS",
      code: "DEFAULT_UPDATE",
      error: null,
      new_transactions: added,
    });
  }
  const removed = changes.filter(({ kind }) => kind === "removed");
  if (removed.length > 0) {
    await sendWebhook(bank, item, {
      type: "TRANSACTIONS",
      code: "TRANSACTIONS_REMOVED",
      error: null,
      removed_transactions: removed.map(({ row }) => derivedId(item.itemId, "transaction", row.key)),
    });
  }
  return true;
}

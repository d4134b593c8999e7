import type { Webhook } from "../webhooks/send-webhook";
import { sendWebhook } from "../webhooks/send-webhook";
import { derivedId } from "../wire/opaque-id";
import { listedKeys } from "./accounts-of";
import type { Bank } from "./open-bank";
import { revisionOn } from "./revision";
import type { SandboxItem } from "./state";

export type History = SandboxItem["history"];

export const syncUpdatesAvailable = ({ history }: { history: History }): Webhook => ({
  type: "TRANSACTIONS",
  code: "SYNC_UPDATES_AVAILABLE",
  initial_update_complete: history !== "none",
  historical_update_complete: history === "complete",
});

function shownRows(bank: Bank, item: SandboxItem): number {
  const listed = listedKeys(bank, item);
  const rows = bank.ledger.rows(item, revisionOn(item, bank.today(item)));
  return rows.filter(({ entry }) => listed.has(entry.account)).length;
}

/** Both kinds of news: those for /transactions/get, which need no call before them, and the one for /transactions/sync. */
async function announce(bank: Bank, item: SandboxItem, code: string, history: History): Promise<void> {
  await sendWebhook(bank, item, {
    type: "TRANSACTIONS",
    code,
    error: null,
    new_transactions: shownRows(bank, { ...item, history }),
  });
  if (item.syncCalled) await sendWebhook(bank, item, syncUpdatesAvailable({ history }));
}

/**
 * Plaid has fetched nothing, the last thirty days or everything; on the way up it tells of each step.
 * https://plaid.com/docs/api/products/transactions/#webhooks
 */
export async function setHistory(bank: Bank, item: SandboxItem, history: History): Promise<void> {
  const before = item.history;
  await bank.change((state) => {
    for (const known of state.items) if (known.itemId === item.itemId) known.history = history;
  });
  if (before === "none" && history !== "none") await announce(bank, item, "INITIAL_UPDATE", "initial");
  if (before === "complete" || history !== "complete") return;
  await announce(bank, item, "HISTORICAL_UPDATE", "complete");
  await announceRecurring(bank, item);
}

/** For those who use Plaid's streams only. */
export async function announceRecurring(bank: Bank, item: SandboxItem): Promise<void> {
  if (!item.products.includes("recurring_transactions")) return;
  await sendWebhook(bank, item, {
    type: "TRANSACTIONS",
    code: "RECURRING_TRANSACTIONS_UPDATE",
    account_ids: [...listedKeys(bank, item)].map((key) => derivedId(item.itemId, "account", key)),
  });
}

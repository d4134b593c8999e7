import { database } from "../db/client";
import { saveItemNotice } from "../db/queries/item-notices";
import type { Item } from "../db/queries/items";
import { type WebhookEvent, wasHandledBefore, wasRepairedLater } from "../db/queries/webhook-events";
import type { WebhookNews } from "../plaid/webhook-news";
import { checkItem } from "./check-item";
import { endAccess } from "./end-access";
import { endAccountAccess } from "./end-account-access";
import { itemRepaired } from "./item-repaired";
import { requestSync } from "./request-sync";

type News = { item: Item; event: WebhookEvent; payload: WebhookNews; now: Date };
/** @returns what was done, in a word */
type Effect = (news: News) => Promise<string>;

/** Plaid sends PENDING_DISCONNECT this long before it happens. */
const NOTICE_MS = 7 * 86_400_000;

/** Whatever has changed, a reading brings it all. */
const read: Effect = async ({ item }) => {
  await requestSync(item.id);
  return "sync";
};

/** What each kind of news asks for. https://plaid.com/docs/api/webhooks/ */
export const NEWS_EFFECTS: Readonly<Record<string, Effect>> = {
  "TRANSACTIONS SYNC_UPDATES_AVAILABLE": read,
  "TRANSACTIONS RECURRING_TRANSACTIONS_UPDATE": read,
  "HOLDINGS DEFAULT_UPDATE": read,
  "LIABILITIES DEFAULT_UPDATE": read,

  // These two may overtake one another; Plaid itself knows which is the last word.
  "ITEM ERROR": async ({ item, now }) => {
    const { errorCode } = await checkItem(item, now);
    if (errorCode !== null) return "problem";
    if (item.status === "active") return "works";
    await itemRepaired(item.id, now);
    return "repaired";
  },
  "ITEM LOGIN_REPAIRED": async ({ item, now }) => {
    const { errorCode } = await checkItem(item, now);
    if (errorCode !== null) return "problem";
    await itemRepaired(item.id, now);
    return "repaired";
  },

  "ITEM PENDING_DISCONNECT": (news) => remind(news, news.payload.disconnect_time),
  "ITEM PENDING_EXPIRATION": (news) => remind(news, news.payload.consent_expiration_time),
  "ITEM NEW_ACCOUNTS_AVAILABLE": async ({ item }) => {
    await saveItemNotice(database(), item.id, { hasNewAccounts: true });
    return "new accounts";
  },

  "ITEM USER_PERMISSION_REVOKED": async ({ item, now }) => {
    await endAccess(item.id, now);
    return "access ended";
  },
  "ITEM USER_ACCOUNT_REVOKED": async ({ item, payload }) => {
    if (payload.account_id === undefined) return "ignored";
    await endAccountAccess(item.id, payload.account_id);
    return "account access ended";
  },
};

/**
 * The bank still works and is not marked otherwise; the person is asked to sign in before that ends. The same news again,
 * or news that was held up, must not bring back what they have done since.
 */
async function remind({ item, event, now }: News, time: string | undefined): Promise<string> {
  const reconnectBy = time === undefined ? new Date(event.receivedAt.getTime() + NOTICE_MS) : new Date(time);
  if (reconnectBy <= now) return "old";
  if ((await wasHandledBefore(database(), event)) || (await wasRepairedLater(database(), event)))
    return "old";
  await saveItemNotice(database(), item.id, { reconnectBy });
  return "reminder";
}

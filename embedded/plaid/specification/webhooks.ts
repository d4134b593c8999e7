import { z } from "zod";
import { FIRED_CODES } from "../bank/fired-webhook";
import { control } from "../testing/linked-bank";
import type { World } from "./world";

/** How Plaid's description calls each webhook that this bank sends, by type and code. */
export const WEBHOOK_SCHEMAS: Readonly<Record<string, string>> = {
  "TRANSACTIONS SYNC_UPDATES_AVAILABLE": "SyncUpdatesAvailableWebhook",
  "TRANSACTIONS INITIAL_UPDATE": "InitialUpdateWebhook",
  "TRANSACTIONS HISTORICAL_UPDATE": "HistoricalUpdateWebhook",
  "TRANSACTIONS DEFAULT_UPDATE": "DefaultUpdateWebhook",
  "TRANSACTIONS TRANSACTIONS_REMOVED": "TransactionsRemovedWebhook",
  "TRANSACTIONS RECURRING_TRANSACTIONS_UPDATE": "RecurringTransactionsUpdateWebhook",
  "HOLDINGS DEFAULT_UPDATE": "HoldingsDefaultUpdateWebhook",
  "LIABILITIES DEFAULT_UPDATE": "LiabilitiesDefaultUpdateWebhook",
  "INVESTMENTS_TRANSACTIONS DEFAULT_UPDATE": "InvestmentsDefaultUpdateWebhook",
  "ITEM ERROR": "ItemErrorWebhook",
  "ITEM LOGIN_REPAIRED": "ItemLoginRepairedWebhook",
  "ITEM NEW_ACCOUNTS_AVAILABLE": "NewAccountsAvailableWebhook",
  "ITEM PENDING_DISCONNECT": "PendingDisconnectWebhook",
  "ITEM PENDING_EXPIRATION": "PendingExpirationWebhook",
  "ITEM USER_PERMISSION_REVOKED": "UserPermissionRevokedWebhook",
  "ITEM USER_ACCOUNT_REVOKED": "UserAccountRevokedWebhook",
  "ITEM WEBHOOK_UPDATE_ACKNOWLEDGED": "WebhookUpdateAcknowledgedWebhook",
  "AUTH SMS_MICRODEPOSITS_VERIFICATION": "HostedMMDVerificationWebhook",
  "INCOME PRODUCT_READY": "ItemProductReadyWebhook",
};

/** The description has no schema for these two: what can be fired beyond it. */
export const NOT_DESCRIBED = ["WALLET AUTHORIZATION_GRANTED", "ASSETS PRODUCT_READY"];

const Log = z.object({
  webhooks: z.array(
    z.object({ body: z.looseObject({ webhook_type: z.string(), webhook_code: z.string() }) }),
  ),
});
export type SentWebhook = z.infer<typeof Log>["webhooks"][number]["body"];

/** Makes the bank send every webhook that it knows: by what happens at it, and fired by hand. */
export async function sendEveryWebhook(world: World): Promise<SentWebhook[]> {
  const { url } = world.bank;
  const token = await world.fresh();
  const on = (path: string, body: object = {}) => control(url, path, { access_token: token, ...body });
  const post = (path: string, body: object = {}) => world.post(path, { access_token: token, ...body });
  for (const path of ["/transactions/recurring/get", "/investments/holdings/get", "/liabilities/get"]) {
    await post(path);
  }
  await on("history", { history: "none" });
  await post("/transactions/sync");
  for (const history of ["none", "initial", "complete"]) await on("history", { history });
  await on("live", { days: 30 });
  await post("/item/webhook/update", { webhook: "http://127.0.0.1:9/other" });
  await post("/sandbox/item/reset_login");
  await on("problem", { code: null });
  for (const code of ["NEW_ACCOUNTS_AVAILABLE", "PENDING_DISCONNECT", "PENDING_EXPIRATION", "ITEM_LOCKED"]) {
    await on("problem", { code });
  }
  await on("problem", { code: null });
  for (const type of ["TRANSACTIONS", "HOLDINGS", "LIABILITIES", "INVESTMENTS_TRANSACTIONS"]) {
    await post("/sandbox/item/fire_webhook", { webhook_code: "DEFAULT_UPDATE", webhook_type: type });
  }
  await post("/sandbox/item/fire_webhook", { webhook_code: "PRODUCT_READY", webhook_type: "INCOME" });
  for (const code of FIRED_CODES) await post("/sandbox/item/fire_webhook", { webhook_code: code });
  const [gone] = await world.accountIds(token);
  await on("problem", { code: "USER_ACCOUNT_REVOKED", account_id: gone });
  await on("problem", { code: "USER_PERMISSION_REVOKED" });
  return Log.parse(await on("webhooks/log")).webhooks.map(({ body }) => body);
}

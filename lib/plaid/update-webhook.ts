import { plaid } from "./client";
import { askPlaid } from "./errors";

/**
 * Tells Plaid where news of an item goes from now on (update mode of Link cannot).
 * https://plaid.com/docs/api/items/#itemwebhookupdate
 */
export async function updateWebhook(accessToken: string, address: string): Promise<void> {
  await askPlaid(() => plaid().itemWebhookUpdate({ access_token: accessToken, webhook: address }));
}

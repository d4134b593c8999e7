import { v4 as uuid } from "uuid";
import type { Bank } from "../bank/open-bank";
import type { OutgoingWebhook, SandboxItem } from "../bank/state";

/** `type` and `code` are Plaid's `webhook_type` and `webhook_code`; all else goes into the body as it is. */
export type Webhook = { type: string; code: string; [field: string]: unknown };

/**
 * Sends a webhook of an item to its address, signed, again and again until it is taken. Resolves when it is safely
 * noted, which is before it arrives.
 * @returns false when the item has no address
 */
export async function sendWebhook(bank: Bank, item: SandboxItem, webhook: Webhook): Promise<boolean> {
  const { type, code, ...fields } = webhook;
  if (item.webhook === null) return false;
  const body = {
    webhook_type: type,
    webhook_code: code,
    item_id: item.itemId,
    ...fields,
    environment: "sandbox",
  };
  const outgoing: OutgoingWebhook = {
    id: uuid(),
    itemId: item.itemId,
    code,
    url: item.webhook,
    // Plaid signs the bytes, and it writes them with two spaces.
    body: JSON.stringify(body, null, 2),
    attempts: 0,
  };
  await bank.change((state) => {
    state.outgoing.push(outgoing);
    for (const known of state.items) {
      if (known.itemId === item.itemId) known.lastWebhook = { code, sentAt: bank.now().toISOString() };
    }
  });
  bank.post.accept(outgoing);
  return true;
}

import { plaid } from "./client";
import { askPlaid } from "./errors";

/**
 * How Plaid says this bank is now, whatever news arrived in whatever order.
 * https://plaid.com/docs/api/items/#itemget
 * @returns the error code that stands, null when it works
 * @throws {PlaidFailure} of kind `gone` when there is no such item any more
 */
export async function readItemState(accessToken: string): Promise<{ errorCode: string | null }> {
  const { item } = await askPlaid(() => plaid().itemGet({ access_token: accessToken }));
  return { errorCode: item.error?.error_code ?? null };
}

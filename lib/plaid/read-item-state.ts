import { plaid } from "./client";
import { askPlaid, type ToldProblem, toldProblem } from "./errors";

/**
 * How Plaid says this bank is now, whatever news arrived in whatever order.
 * https://plaid.com/docs/api/items/#itemget
 * @returns the problem that stands, null when it works
 * @throws {PlaidFailure} of kind `gone` when there is no such item any more
 */
export async function readItemState(accessToken: string): Promise<{ problem: ToldProblem | null }> {
  const { item } = await askPlaid(() => plaid().itemGet({ access_token: accessToken }));
  return { problem: toldProblem(item.error) };
}

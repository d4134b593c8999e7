import { plaid } from "./client";
import { askPlaid, type ToldProblem, toldProblem } from "./errors";

export type ItemState = {
  /** What stands in the way of reading it; null: it works. */
  problem: ToldProblem | null;
  /** When Plaid last got through to the bank for its transactions, with or without new ones; null: unknown. */
  visitedAt: Date | null;
};

/**
 * How Plaid says this bank is now, whatever news arrived in whatever order. Free.
 * https://plaid.com/docs/api/items/#itemget
 * @throws {PlaidFailure} of kind `gone` when there is no such item any more
 */
export async function readItemState(accessToken: string): Promise<ItemState> {
  const { item, status } = await askPlaid(() => plaid().itemGet({ access_token: accessToken }));
  const visit = status?.transactions?.last_successful_update;
  return { problem: toldProblem(item.error), visitedAt: visit ? new Date(visit) : null };
}

import type { Item } from "../db/queries/items";
import { PlaidFailure, type ToldProblem } from "../plaid/errors";
import { readItemState } from "../plaid/read-item-state";
import { accessTokenOf } from "./access-token";
import { noteItemProblem } from "./note-item-problem";

/**
 * Asks Plaid how this bank is and notes a problem that stands. Right in whatever order news of it arrived.
 * @returns the code of the problem; null when it works
 * @throws {AppError} `unavailable` when Plaid cannot tell now
 */
export async function checkItem(item: Item, now: Date): Promise<{ errorCode: string | null }> {
  const problem = await problemOf(item);
  if (problem) await noteItemProblem(item.id, problem.plaidCode, now, problem.kind);
  return { errorCode: problem?.plaidCode ?? null };
}

async function problemOf(item: Item): Promise<ToldProblem | null> {
  try {
    return (await readItemState(accessTokenOf(item))).problem;
  } catch (thrown) {
    if (thrown instanceof PlaidFailure && thrown.kind === "gone") return thrown;
    throw thrown;
  }
}

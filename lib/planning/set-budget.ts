import type { OneBudget, SetBudget } from "../contract/planning";
import { database } from "../db/client";
import { saveBudget } from "../db/queries/planning";
import { AppError } from "../errors";
import { openLedger } from "../insights/open-ledger";
import { makeChange } from "../proposals/make-change";
import { readWritten } from "./read-written";

/**
 * Sets what a person means to spend in a category in a month, in place of what they set before.
 * @throws {AppError} `invalid` for what is no amount above zero, or a category or currency that cannot have a budget
 */
export async function setBudget(
  userId: string,
  { changeId, category, currency, amount }: SetBudget,
  now: Date,
): Promise<void> {
  const amountMinor = readWritten(amount, currency);
  if (amountMinor === 0) throw new AppError("invalid", "A budget is more than nothing.");
  const ledger = await openLedger(userId, now);
  await makeChange(userId, changeId, { kind: "budget", category, currency, amountMinor }, ledger, now);
}

/** No budget any more for a category in a currency; nothing happens where there is none. */
export const removeBudget = (userId: string, { category, currency }: OneBudget): Promise<void> =>
  saveBudget(database(), userId, { category, currency }, null);

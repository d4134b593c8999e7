import { listRecurring } from "../agent/tools/list-recurring";
import type { RecurringResult } from "../contract/results/recurring-result";
import { openLedger } from "./open-ledger";

/**
 * What a person's subscriptions and bills are, and what comes in regularly, by the definition of the answers.
 * @returns null when there is no account yet
 * @throws {AppError} `not_found` when there is no such person
 */
export async function readRecurring(userId: string, now: Date): Promise<RecurringResult | null> {
  const ledger = await openLedger(userId, now);
  if ((await ledger.accounts()).length === 0) return null;
  return listRecurring(ledger, { direction: "both" });
}

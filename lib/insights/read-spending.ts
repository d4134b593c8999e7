import { comparePeriods } from "../agent/tools/compare-periods";
import { summarizeSpending } from "../agent/tools/summarize-spending";
import type { ComparisonResult } from "../contract/results/comparison-result";
import type { SpendingResult } from "../contract/results/spending-result";
import type { SpendingQuery } from "../contract/spending-query";
import { openLedger } from "./open-ledger";

/** As many groups as the definitions give at once. */
const MAX_GROUPS = 50;

type Spending = { summary: SpendingResult; comparison: ComparisonResult };

/**
 * A person's spending of a period in groups, and what changed against another, by the definitions of the answers.
 * @returns null when there is no account yet
 * @throws {AppError} `not_found` when there is no such person
 */
export async function readSpending(
  userId: string,
  now: Date,
  { period, days, by, against }: SpendingQuery,
): Promise<Spending | null> {
  const ledger = await openLedger(userId, now);
  if ((await ledger.accounts()).length === 0) return null;
  const asked = days ?? (period === "custom" ? "this_month" : period);
  const [summary, comparison] = await Promise.all([
    summarizeSpending(ledger, { period: asked, groupBy: by }),
    comparePeriods(ledger, { period: asked, against, groupBy: by, limit: MAX_GROUPS }),
  ]);
  return { summary, comparison };
}

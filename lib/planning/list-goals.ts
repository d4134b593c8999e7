import type { CalendarDate } from "../contract/money";
import { database } from "../db/client";
import { listBalancesSince, listGoalRows } from "../db/queries/planning";
import { addDays } from "../domain/calendar";
import { GOAL_PACE_DAYS, type Goal } from "../domain/goal";
import type { LedgerAccount } from "../domain/ledger";

/**
 * The person's goals with what is saved for each, what is due first first. A goal whose account is gone keeps what the
 * person has said.
 * @param accounts all of the person's
 * @param today in the person's time zone
 */
export async function listGoals(
  userId: string,
  accounts: readonly LedgerAccount[],
  today: CalendarDate,
): Promise<Goal[]> {
  const goals = await listGoalRows(database(), userId);
  const accountIds = goals.flatMap(({ accountId }) => accountId ?? []);
  const before = await listBalancesSince(database(), userId, accountIds, addDays(today, -GOAL_PACE_DAYS));
  return goals.map((goal) => {
    const account = accounts.find(({ id, isClosed }) => id === goal.accountId && !isClosed);
    const balance = account?.balanceMinor ?? null;
    const known = balance === null ? undefined : before.find(({ accountId }) => accountId === goal.accountId);
    return {
      ...goal,
      accountName: account?.name ?? null,
      savedMinor: balance ?? goal.savedMinor,
      savedBefore: known ? { date: known.date, amountMinor: known.balanceMinor } : null,
    };
  });
}

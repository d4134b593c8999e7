const HOUR_MS = 3_600_000;

/** Plaid visits some banks only once a day; within this a bank that works is known until now. */
const USUAL_PAUSE_MS = 36 * HOUR_MS;

type Visit = {
  /** When Plaid last got through to the bank; null: it does not say. */
  visitedAt: Date | null;
  /** Whether Plaid says that it reaches the bank. */
  isWell: boolean;
  /** As of the reading before. */
  lastSyncedAt: Date | null;
};

/**
 * Up to when a bank is known by a reading at `now`, and the moment of balances that have no date of their own: rows and
 * balances of one answer are both as old as Plaid's last visit. Dated earlier, a balance would have rows added to it that it
 * holds already. Never after now, and never before what was known already.
 */
export function knownUntil({ visitedAt, isWell, lastSyncedAt }: Visit, now: Date): Date {
  if (isWell && (visitedAt === null || now.getTime() - visitedAt.getTime() <= USUAL_PAUSE_MS)) return now;
  const known = [visitedAt, lastSyncedAt].flatMap((moment) => moment?.getTime() ?? []);
  return known.length === 0 ? now : new Date(Math.min(now.getTime(), Math.max(...known)));
}

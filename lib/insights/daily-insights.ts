import { database } from "../db/client";
import { listPeopleToLookThrough, planInsights } from "../db/queries/insight-turns";
import { listItems } from "../db/queries/items";
import { every } from "../every";
import { enqueue } from "../queue/enqueue";
import { refreshInsights } from "./refresh-insights";

const DAY_MS = 24 * 60 * 60_000;

/**
 * The look through a person's money that each of them gets once a day, whether or not a bank was read: balances to come
 * and what is overdue change by themselves. The next one is a day from now, whatever becomes of this one.
 * @throws {AppError} `unavailable`
 */
export async function refreshInsightsOfToday(userId: string, now: Date): Promise<void> {
  await planInsights(database(), userId, new Date(now.getTime() + DAY_MS));
  if ((await listItems(database(), userId)).length > 0) await refreshInsights(userId, now);
}

/**
 * Puts those into the queue whose turn it is. When that is stands in Postgres, spread over the day from the start (the
 * default of the column), so neither a restart nor an empty Redis makes everybody's turn the same.
 * @throws {AppError} `unavailable` when the queue cannot be reached; the next sweep tries again
 */
export async function sweepInsights(now: Date): Promise<void> {
  for (const userId of await listPeopleToLookThrough(database(), now)) {
    await enqueue("insights.refresh", { userId }, { deduplication: { id: userId } });
  }
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export const startSweepingInsights = (everyMs: number): (() => void) =>
  every(everyMs, () => sweepInsights(new Date()), { what: "daily insights" });

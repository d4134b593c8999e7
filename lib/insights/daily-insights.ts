import { database } from "../db/client";
import { listItems } from "../db/queries/items";
import { planTurn } from "../db/queries/people-due";
import { every } from "../every";
import { refreshInsights } from "./refresh-insights";
import { sweepDue } from "./sweep-due";

const DAY_MS = 24 * 60 * 60_000;

/**
 * The look through a person's money that each of them gets once a day, whether or not a bank was read: balances to come
 * and what is overdue change by themselves. The next one is a day from now, whatever becomes of this one.
 * @throws {AppError} `unavailable`
 */
export async function refreshInsightsOfToday(userId: string, now: Date): Promise<void> {
  await planTurn(database(), userId, "insightsDueAt", new Date(now.getTime() + DAY_MS));
  if ((await listItems(database(), userId)).length > 0) await refreshInsights(userId, now);
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export const startSweepingInsights = (everyMs: number): (() => void) =>
  every(everyMs, () => sweepDue("insightsDueAt", new Date()), { what: "daily insights" });

import { database } from "../db/client";
import { deleteHandledEvents, hasDueEvents } from "../db/queries/webhook-events";
import { every } from "../every";
import { log } from "../log";
import { putNewsIntoQueue } from "./wake-for-news";

const SELDOM_MS = 3_600_000;
const KEPT_FOR_MS = 30 * 86_400_000;

/**
 * Wakes a worker for stored news that nobody handles: its wake-up was lost, its worker died, or it failed and is due again.
 * @throws {AppError} `unavailable` when the queue cannot be reached; the next sweep tries again
 */
export async function sweepNews(now: Date): Promise<void> {
  if (await hasDueEvents(database(), now)) await putNewsIntoQueue();
}

/** Forgets what was handled a month ago. */
export async function forgetOldNews(now: Date): Promise<void> {
  const gone = await deleteHandledEvents(database(), new Date(now.getTime() - KEPT_FOR_MS));
  if (gone > 0) log().info({ gone }, "old news of banks deleted");
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export function startSweepingNews(everyMs: number): () => void {
  const stops = [
    every(everyMs, () => sweepNews(new Date()), { what: "news sweep" }),
    every(SELDOM_MS, () => forgetOldNews(new Date()), { what: "old news sweep" }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

import { database } from "../db/client";
import { deleteHandledEvents, listOpenEvents } from "../db/queries/webhook-events";
import { every } from "../every";
import { log } from "../log";
import { enqueueNews } from "./receive-news";

/** News this old should have been handled; its job was lost, or failed. */
const QUEUED_FOR_MS = 10_000;
/** What still fails after an hour will not get better by the second. */
const OFTEN_FOR_MS = 3_600_000;
const SELDOM_MS = 3_600_000;
const KEPT_FOR_MS = 30 * 86_400_000;

/**
 * Puts stored news that had no effect yet into the queue again; a job that is there already stays alone.
 * @throws {AppError} `unavailable` when the queue cannot be reached; the next sweep tries again
 */
export async function sweepNews(now: Date): Promise<void> {
  await requeue({ after: ago(now, OFTEN_FOR_MS), before: ago(now, QUEUED_FOR_MS) });
}

/** The same for news that has been failing for long; and forgets what was handled a month ago. */
export async function sweepOldNews(now: Date): Promise<void> {
  const gone = await deleteHandledEvents(database(), ago(now, KEPT_FOR_MS));
  if (gone > 0) log().info({ gone }, "old news of banks deleted");
  await requeue({ after: new Date(0), before: ago(now, OFTEN_FOR_MS) });
}

async function requeue(received: { after: Date; before: Date }): Promise<void> {
  for (const eventId of await listOpenEvents(database(), received)) await enqueueNews(eventId);
}

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms);

/** Sweeps from now on, in each worker for itself. @returns stop */
export function startSweepingNews(everyMs: number): () => void {
  const stops = [
    every(everyMs, () => sweepNews(new Date()), { what: "news sweep" }),
    every(SELDOM_MS, () => sweepOldNews(new Date()), { what: "old news sweep" }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

import { database } from "../db/client";
import { listPeopleDue, type Turn } from "../db/queries/people-due";
import { enqueue } from "../queue/enqueue";

const JOB_OF = { insightsDueAt: "insights.refresh", digestDueAt: "digest.write" } as const;

/**
 * Puts those into the queue whose turn it is. When that is stands in Postgres, so neither a crash nor an empty Redis
 * forgets one.
 * @throws {AppError} `unavailable` when the queue cannot be reached; the next sweep tries again
 */
export async function sweepDue(turn: Turn, now: Date): Promise<void> {
  for (const userId of await listPeopleDue(database(), turn, now)) {
    await enqueue(JOB_OF[turn], { userId }, { deduplication: { id: userId } });
  }
}

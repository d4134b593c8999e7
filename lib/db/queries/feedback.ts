import { and, eq, sql } from "drizzle-orm";
import { Feedback } from "../../contract/feedback";
import type { Executor } from "../client";
import { runs } from "../schema/chat";
import { feedback } from "../schema/feedback";

/** What the person thinks of the answers of one of their conversations, by run. */
export async function listFeedback(
  db: Executor,
  userId: string,
  conversationId: string,
): Promise<Map<string, Feedback>> {
  const { runId, rating, reason, comment } = feedback;
  const rows = await db
    .select({ runId, rating, reason, comment })
    .from(feedback)
    .innerJoin(runs, eq(runs.id, feedback.runId))
    .where(and(eq(runs.userId, userId), eq(runs.conversationId, conversationId)));
  return new Map(rows.map(({ runId, ...said }) => [runId, Feedback.parse(said)]));
}

/** The latest word stands. */
export async function saveFeedback(db: Executor, runId: string, said: Feedback): Promise<void> {
  await db
    .insert(feedback)
    .values({ runId, ...said })
    .onConflictDoUpdate({ target: feedback.runId, set: { ...said, updatedAt: sql`now()` } });
}

export async function deleteFeedback(db: Executor, runId: string): Promise<void> {
  await db.delete(feedback).where(eq(feedback.runId, runId));
}

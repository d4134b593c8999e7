import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "../client";
import { insightDismissals } from "../schema/insights";

/** Those of these insights that the person has put away. */
export async function listDismissed(
  db: Executor,
  userId: string,
  insightIds: readonly string[],
): Promise<string[]> {
  if (insightIds.length === 0) return [];
  const rows = await db
    .select({ insightId: insightDismissals.insightId })
    .from(insightDismissals)
    .where(and(eq(insightDismissals.userId, userId), inArray(insightDismissals.insightId, [...insightIds])));
  return rows.map(({ insightId }) => insightId);
}

export async function saveDismissal(db: Executor, userId: string, insightId: string): Promise<void> {
  await db.insert(insightDismissals).values({ userId, insightId }).onConflictDoNothing();
}

export async function deleteDismissal(db: Executor, userId: string, insightId: string): Promise<void> {
  await db
    .delete(insightDismissals)
    .where(and(eq(insightDismissals.userId, userId), eq(insightDismissals.insightId, insightId)));
}

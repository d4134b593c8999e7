import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Executor } from "../client";
import { users } from "../schema/people";

/** What each person gets again and again, by the column that says when next. */
export type Turn = "insightsDueAt" | "digestDueAt";

/** Ids of the people whose turn it is, the longest waiting first. */
export async function listPeopleDue(db: Executor, turn: Turn, now: Date, limit = 50): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(lte(users[turn], now), isNull(users.deletedAt)))
    .orderBy(asc(users[turn]))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function planTurn(db: Executor, userId: string, turn: Turn, dueAt: Date): Promise<void> {
  await db
    .update(users)
    .set({ [turn]: dueAt })
    .where(eq(users.id, userId));
}

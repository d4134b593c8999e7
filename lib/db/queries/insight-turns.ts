import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Executor } from "../client";
import { users } from "../schema/people";

/** Ids of the people whose insights are due, the longest waiting first. */
export async function listPeopleToLookThrough(db: Executor, now: Date, limit = 50): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(lte(users.insightsDueAt, now), isNull(users.deletedAt)))
    .orderBy(asc(users.insightsDueAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function planInsights(db: Executor, userId: string, dueAt: Date): Promise<void> {
  await db.update(users).set({ insightsDueAt: dueAt }).where(eq(users.id, userId));
}

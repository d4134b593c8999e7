import { asc, eq, lte } from "drizzle-orm";
import type { Executor } from "../client";
import { linksToEnd } from "../schema/banks";

type LinkToEnd = typeof linksToEnd.$inferSelect;

export async function insertLinkToEnd(db: Executor, values: typeof linksToEnd.$inferInsert): Promise<void> {
  await db.insert(linksToEnd).values(values);
}

export async function findLinkToEnd(db: Executor, linkId: string): Promise<LinkToEnd | undefined> {
  const [link] = await db.select().from(linksToEnd).where(eq(linksToEnd.id, linkId));
  return link;
}

export async function postponeLinkToEnd(
  db: Executor,
  linkId: string,
  plan: Pick<LinkToEnd, "attempts" | "dueAt">,
): Promise<void> {
  await db.update(linksToEnd).set(plan).where(eq(linksToEnd.id, linkId));
}

/** Deletes the row. @returns what it was; undefined when another process took it first */
export async function takeLinkToEnd(db: Executor, linkId: string): Promise<LinkToEnd | undefined> {
  const [link] = await db.delete(linksToEnd).where(eq(linksToEnd.id, linkId)).returning();
  return link;
}

/** Ids of the links of a person, who may be gone. */
export async function listLinksOfPerson(db: Executor, userId: string): Promise<string[]> {
  const rows = await db.select({ id: linksToEnd.id }).from(linksToEnd).where(eq(linksToEnd.userId, userId));
  return rows.map(({ id }) => id);
}

/** Ids of the links that are due, the longest waiting first. */
export async function listLinksToEnd(db: Executor, now: Date, limit = 200): Promise<string[]> {
  const rows = await db
    .select({ id: linksToEnd.id })
    .from(linksToEnd)
    .where(lte(linksToEnd.dueAt, now))
    .orderBy(asc(linksToEnd.dueAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

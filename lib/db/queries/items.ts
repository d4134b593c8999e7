import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema";

export type Item = typeof items.$inferSelect;

/**
 * Holds all other changes to this person's banks back until the transaction ends, in every process: two windows that
 * link the same bank, or two syncs that finish at once, then work one after the other.
 */
export async function lockBanking(db: Executor, userId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`banking ${userId}`}, 0))`);
}

export async function insertItem(db: Executor, values: typeof items.$inferInsert): Promise<void> {
  await db.insert(items).values(values);
}

/** For work that no person asked for (a sync). Whoever acts for a person uses `findOwnedItem`. */
export async function findItem(db: Executor, itemId: string): Promise<Item | undefined> {
  const [item] = await db.select().from(items).where(eq(items.id, itemId));
  return item;
}

export async function findOwnedItem(db: Executor, userId: string, itemId: string): Promise<Item | undefined> {
  const [item] = await db
    .select()
    .from(items)
    .where(and(eq(items.id, itemId), eq(items.userId, userId)));
  return item;
}

/** In the order of linking. */
export function listItems(db: Executor, userId: string): Promise<Item[]> {
  return db.select().from(items).where(eq(items.userId, userId)).orderBy(asc(items.createdAt), asc(items.id));
}

export async function deleteItem(db: Executor, userId: string, itemId: string): Promise<void> {
  await db.delete(items).where(and(eq(items.id, itemId), eq(items.userId, userId)));
}

/** Moves the cursor; call it in the transaction that stores the rows it covers. */
export async function saveSyncProgress(
  db: Executor,
  itemId: string,
  { cursor, syncedAt }: { cursor: string; syncedAt: Date },
): Promise<void> {
  await db
    .update(items)
    .set({ cursor, lastSyncedAt: syncedAt, status: "active", errorCode: null })
    .where(eq(items.id, itemId));
}

export async function saveItemProblem(
  db: Executor,
  itemId: string,
  { status, errorCode }: { status: "login_required" | "error"; errorCode: string },
): Promise<void> {
  await db.update(items).set({ status, errorCode }).where(eq(items.id, itemId));
}

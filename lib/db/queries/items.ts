import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";

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

export async function findItemByPlaidId(db: Executor, plaidItemId: string): Promise<Item | undefined> {
  const [item] = await db.select().from(items).where(eq(items.plaidItemId, plaidItemId));
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

/** Ids of the banks that are due to be read, the longest waiting first. */
export async function listItemsToRead(db: Executor, now: Date, limit = 200): Promise<string[]> {
  const rows = await db
    .select({ id: items.id })
    .from(items)
    .where(lte(items.nextReadAt, now))
    .orderBy(asc(items.nextReadAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function planReading(
  db: Executor,
  itemId: string,
  plan: Pick<Item, "readAttempts" | "nextReadAt">,
): Promise<void> {
  await db.update(items).set(plan).where(eq(items.id, itemId));
}

/**
 * Moves the cursor; call it in the transaction that stores the rows it covers. While the history is incomplete the
 * planned next reading stays.
 */
export async function saveSyncProgress(
  db: Executor,
  itemId: string,
  progress: { cursor: string; syncedAt: Date; isHistoryComplete: boolean },
): Promise<void> {
  const { cursor, syncedAt, isHistoryComplete } = progress;
  const done = isHistoryComplete ? { readAttempts: 0, nextReadAt: null } : {};
  await db
    .update(items)
    .set({ cursor, lastSyncedAt: syncedAt, status: "active", errorCode: null, isHistoryComplete, ...done })
    .where(eq(items.id, itemId));
}

/** Without a status the problem is a passing one that the person need not know of. */
export async function saveItemProblem(
  db: Executor,
  itemId: string,
  problem: Pick<Item, "nextReadAt"> & Partial<Pick<Item, "status" | "errorCode">>,
): Promise<void> {
  await db.update(items).set(problem).where(eq(items.id, itemId));
}

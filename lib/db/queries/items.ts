import { and, asc, eq, inArray, isNotNull, lte, ne, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";
import { type FoundWishes, isFree, plannedUnlessWished, type ReadLease } from "./read-leases";

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

export function findItemsByPlaidIds(db: Executor, plaidItemIds: string[]): Promise<Item[]> {
  return db.select().from(items).where(inArray(items.plaidItemId, plaidItemIds));
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

/** Ids of the banks that are due and that nobody reads now, the longest waiting first. */
export async function listItemsToRead(db: Executor, now: Date, limit = 200): Promise<string[]> {
  const rows = await db
    .select({ id: items.id })
    .from(items)
    .where(and(lte(items.nextReadAt, now), isFree))
    .orderBy(asc(items.nextReadAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Makes a bank due. @returns false for one that cannot be read: made of files, ended, or gone */
export async function wishReading(db: Executor, itemId: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(items)
    .set({ readRequests: sql`${items.readRequests} + 1`, nextReadAt: now })
    .where(and(eq(items.id, itemId), isNotNull(items.accessTokenEncrypted)))
    .returning({ id: items.id });
  return rows.length === 1;
}

export type SyncProgress = {
  /** From which the update was read. */
  from: string | null;
  found: FoundWishes;
  cursor: string;
  /** Up to when the bank is known: the moment of this reading, or of an earlier one while Plaid cannot reach the bank. */
  freshAt: Date;
  isHistoryComplete: boolean;
  products: string[];
  status: Item["status"];
  errorCode: string | null;
  /** Null: only the person can bring it on. Left out: as planned. */
  nextReadAt?: Date | null;
};

/**
 * Moves the cursor, at the end of the transaction that stores the rows it covers. The row of the item is not held longer,
 * so that news of it need not wait for a large update.
 * @returns false when another sync has the right to read now, or the cursor is not where the update began
 */
export async function saveSyncProgress(
  db: Executor,
  { itemId, lease }: ReadLease,
  { from, found, freshAt, nextReadAt, ...progress }: SyncProgress,
): Promise<boolean> {
  const rows = await db
    .update(items)
    .set({
      ...progress,
      lastSyncedAt: freshAt,
      ...(nextReadAt !== undefined && { nextReadAt: plannedUnlessWished(found, nextReadAt) }),
      ...(progress.isHistoryComplete && { readAttempts: 0 }),
      // It was to end by then and lets us in: the announcement no longer holds.
      ...(progress.status === "active" && {
        reconnectBy: sql`case when ${items.reconnectBy} > ${found.now.toISOString()}::timestamptz then ${items.reconnectBy} end`,
      }),
    })
    .where(
      and(
        eq(items.id, itemId),
        eq(items.readLease, lease),
        sql`${items.cursor} is not distinct from ${from}::text`,
      ),
    )
    .returning({ id: items.id });
  return rows.length === 1;
}

export type ItemProblem = Partial<Pick<Item, "nextReadAt" | "status" | "errorCode" | "reconnectBy">>;

/**
 * Without a status the problem is a passing one that the person need not know of. An ended item stays ended.
 * @param reading that met the problem. Left out: it is news, so a reading that is going on may end as if there were none,
 * and another one follows it
 */
export async function saveItemProblem(
  db: Executor,
  itemId: string,
  { nextReadAt, ...problem }: ItemProblem,
  reading?: FoundWishes & { lease: string },
): Promise<void> {
  await db
    .update(items)
    .set({
      ...problem,
      ...(nextReadAt !== undefined && {
        nextReadAt: reading ? plannedUnlessWished(reading, nextReadAt) : nextReadAt,
      }),
      ...(reading === undefined && { readRequests: sql`${items.readRequests} + 1` }),
    })
    .where(
      and(eq(items.id, itemId), ne(items.status, "revoked"), reading && eq(items.readLease, reading.lease)),
    );
}

/** Access has ended: nothing of the link stays but its name and that it ended. */
export async function saveEndedItem(db: Executor, itemId: string, errorCode: string): Promise<void> {
  await db
    .update(items)
    .set({
      status: "revoked",
      errorCode,
      accessTokenEncrypted: null,
      cursor: null,
      nextReadAt: null,
      readLease: null,
      readLeaseUntil: null,
      reconnectBy: null,
      hasNewAccounts: false,
      webhookUrl: null,
      products: [],
    })
    .where(eq(items.id, itemId));
}

/** The person has mended it: no banner is left. An ended item stays ended. */
export async function saveRepairedItem(db: Executor, itemId: string): Promise<void> {
  await db
    .update(items)
    .set({ status: "active", errorCode: null, reconnectBy: null, readAttempts: 0 })
    .where(and(eq(items.id, itemId), isNotNull(items.accessTokenEncrypted)));
}

export async function saveWebhookUrl(db: Executor, itemId: string, webhookUrl: string): Promise<void> {
  await db.update(items).set({ webhookUrl }).where(eq(items.id, itemId));
}

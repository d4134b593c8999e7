import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";

type Item = typeof items.$inferSelect;

/** Which sync may read an item. */
export type ReadLease = { itemId: string; lease: string };

/** `readRequests` of an item as a reading found it, and the moment of the reading. */
export type FoundWishes = { readRequests: number; now: Date };

const isWished = ({ readRequests }: FoundWishes) => sql<boolean>`${items.readRequests} > ${readRequests}`;

/**
 * When an item is read next: as planned, or at once when it was wished for after the reading had begun. Whoever plans
 * during a reading uses this, so that a wish stands whenever the process is killed.
 */
export function plannedUnlessWished(found: FoundWishes, plan: Date | null | typeof items.nextReadAt): SQL {
  const planned = plan instanceof Date ? plan.toISOString() : plan;
  return sql`case when ${isWished(found)} then ${found.now.toISOString()}::timestamptz else ${planned}::timestamptz end`;
}

/** All leases are measured by the clock of the database: those of the workers differ. */
const inSeconds = (seconds: number): SQL => sql`clock_timestamp() + make_interval(secs => ${seconds})`;

export const isFree = or(isNull(items.readLeaseUntil), lte(items.readLeaseUntil, sql`clock_timestamp()`));

const isHeld = ({ itemId, lease }: ReadLease) => and(eq(items.id, itemId), eq(items.readLease, lease));

/**
 * Takes the right to read an item, with a plan for when this reading should come to nothing.
 * @returns the item as it is now; undefined when another sync has that right, or nobody has it any more
 */
export async function takeReadLease(
  db: Executor,
  { itemId, lease }: ReadLease,
  seconds: number,
  plan: Pick<Item, "readAttempts" | "nextReadAt">,
): Promise<Item | undefined> {
  const [item] = await db
    .update(items)
    .set({ ...plan, readLease: lease, readLeaseUntil: inSeconds(seconds) })
    .where(and(eq(items.id, itemId), isNotNull(items.accessTokenEncrypted), isFree))
    .returning();
  return item;
}

/** @returns false when the lease ran out and was taken over, or the item is gone */
export async function renewReadLease(db: Executor, held: ReadLease, seconds: number): Promise<boolean> {
  const rows = await db
    .update(items)
    .set({ readLeaseUntil: inSeconds(seconds) })
    .where(isHeld(held))
    .returning({ id: items.id });
  return rows.length === 1;
}

/**
 * Takes the right away from a reading that is going on and makes the bank due: what that reading holds of the bank is from
 * before something that it must not undo. Call it in the transaction of that change.
 */
export async function interruptReading(db: Executor, itemId: string, now: Date): Promise<void> {
  await db
    .update(items)
    .set({
      readLease: null,
      readLeaseUntil: null,
      readRequests: sql`${items.readRequests} + 1`,
      nextReadAt: now,
    })
    .where(and(eq(items.id, itemId), isNotNull(items.accessTokenEncrypted)));
}

/**
 * Gives the right to read back. When the item was wished for after the reading had begun, it is due at `now`.
 * @returns whether it is due again
 */
export async function giveBackReadLease(db: Executor, held: ReadLease, found: FoundWishes): Promise<boolean> {
  const [item] = await db
    .update(items)
    .set({
      readLease: null,
      readLeaseUntil: null,
      nextReadAt: plannedUnlessWished(found, items.nextReadAt),
    })
    .where(isHeld(held))
    .returning({ isWished: isWished(found) });
  return item?.isWished ?? false;
}

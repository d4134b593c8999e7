import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";

type Item = typeof items.$inferSelect;

/** Which sync may read an item. */
export type ReadLease = { itemId: string; lease: string };

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
 * Gives the right to read back. When the item was wished for after the reading had begun, it is due at `now`.
 * @param readRequests of the item as the reading found it
 * @returns whether it is due again
 */
export async function giveBackReadLease(
  db: Executor,
  held: ReadLease,
  { readRequests, now }: { readRequests: number; now: Date },
): Promise<boolean> {
  const isWished = sql<boolean>`${items.readRequests} > ${readRequests}`;
  const [item] = await db
    .update(items)
    .set({
      readLease: null,
      readLeaseUntil: null,
      nextReadAt: sql`case when ${isWished} then ${now.toISOString()}::timestamptz else ${items.nextReadAt} end`,
    })
    .where(isHeld(held))
    .returning({ isWished });
  return item?.isWished ?? false;
}

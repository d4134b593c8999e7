import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Executor } from "../client";
import { items, webhookEvents } from "../schema/banks";
import { identities, sessions, users } from "../schema/people";

/**
 * Takes a person out of reach: no session, password or provider leads to them any more, their address is free for another
 * account, and the row that is left does not say who it was.
 * @returns false for a demo person, and when this has happened already
 */
export async function markUserDeleted(tx: Executor, userId: string, now: Date): Promise<boolean> {
  const marked = await tx
    .update(users)
    .set({ deletedAt: now, email: `${userId}@deleted.invalid`, name: "", passwordHash: null })
    .where(and(eq(users.id, userId), isNull(users.deletedAt), eq(users.isDemo, false)))
    .returning({ id: users.id });
  if (marked.length === 0) return false;
  await tx.delete(identities).where(eq(identities.userId, userId));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  return true;
}

/** Deletes the row of a person who is marked and, by cascade, all that belongs to it. Does nothing when it is gone. */
export async function deleteMarkedUser(tx: Executor, userId: string): Promise<void> {
  await tx.delete(users).where(and(eq(users.id, userId), isNotNull(users.deletedAt)));
}

/** Deletes what Plaid has told of a person's banks; the events name only the bank. */
export async function deleteNewsOfBanks(tx: Executor, userId: string): Promise<void> {
  const theirs = tx.select({ plaidItemId: items.plaidItemId }).from(items).where(eq(items.userId, userId));
  await tx.delete(webhookEvents).where(inArray(webhookEvents.plaidItemId, theirs));
}

import { and, count, desc, eq, gt, isNull, lt } from "drizzle-orm";
import type { Executor } from "../client";
import { conversations } from "../schema/chat";
import { sharedConversations } from "../schema/history";

type Share = typeof sharedConversations.$inferSelect;

export async function insertShare(
  db: Executor,
  values: typeof sharedConversations.$inferInsert,
): Promise<void> {
  await db.insert(sharedConversations).values(values);
}

/** The person's links that still work, the newest first. */
export async function listShareRows(
  db: Executor,
  userId: string,
  now: Date,
): Promise<Omit<Share, "messages" | "secretHash" | "userId">[]> {
  return db
    .select({
      id: sharedConversations.id,
      conversationId: sharedConversations.conversationId,
      title: sharedConversations.title,
      showsAmounts: sharedConversations.showsAmounts,
      showsAccounts: sharedConversations.showsAccounts,
      createdAt: sharedConversations.createdAt,
      expiresAt: sharedConversations.expiresAt,
    })
    .from(sharedConversations)
    .innerJoin(conversations, eq(conversations.id, sharedConversations.conversationId))
    .where(
      and(
        eq(sharedConversations.userId, userId),
        gt(sharedConversations.expiresAt, now),
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(desc(sharedConversations.createdAt), desc(sharedConversations.id));
}

/** How many links of the person there are. */
export async function countShares(db: Executor, userId: string): Promise<number> {
  const [row] = await db
    .select({ shares: count() })
    .from(sharedConversations)
    .where(eq(sharedConversations.userId, userId));
  return row?.shares ?? 0;
}

/** What a link opens, to whoever has it; undefined when it is revoked, over, or its conversation is deleted. */
export async function findShareBySecret(
  db: Executor,
  secretHash: string,
  now: Date,
): Promise<Share | undefined> {
  const [row] = await db
    .select({ share: sharedConversations })
    .from(sharedConversations)
    .innerJoin(conversations, eq(conversations.id, sharedConversations.conversationId))
    .where(
      and(
        eq(sharedConversations.secretHash, secretHash),
        gt(sharedConversations.expiresAt, now),
        isNull(conversations.deletedAt),
      ),
    );
  return row?.share;
}

/** @returns false when this person has no such link */
export async function deleteShare(db: Executor, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(sharedConversations)
    .where(and(eq(sharedConversations.id, id), eq(sharedConversations.userId, userId)))
    .returning({ id: sharedConversations.id });
  return rows.length > 0;
}

export async function deleteExpiredShares(db: Executor, now: Date): Promise<void> {
  await db.delete(sharedConversations).where(lt(sharedConversations.expiresAt, now));
}

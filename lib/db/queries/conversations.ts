import { and, desc, eq, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES } from "../../contract/run";
import type { Executor } from "../client";
import { conversations, runs } from "../schema/chat";

export type Conversation = typeof conversations.$inferSelect;

/** The conversation if it is this person's; undefined both when it is another's and when there is none. */
export async function findConversation(
  db: Executor,
  userId: string,
  id: string,
): Promise<Conversation | undefined> {
  const [row] = await db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, id), eq(conversations.userId, userId)));
  return row;
}

/** Whose conversation it is; undefined when there is none with this id. Answer `not_found` to everybody else. */
export async function findConversationOwner(db: Executor, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ userId: conversations.userId })
    .from(conversations)
    .where(eq(conversations.id, id));
  return row?.userId;
}

/**
 * Makes the conversation on its first message, else moves it to the top; either way its row stays locked until the
 * transaction ends, so that two messages cannot both think they are next.
 * @returns its row in the list; undefined when the id belongs to another person
 */
export async function touchConversation(
  tx: Executor,
  values: { id: string; userId: string; title: string },
): Promise<Pick<Conversation, "title" | "updatedAt"> | undefined> {
  const [row] = await tx
    .insert(conversations)
    .values(values)
    .onConflictDoUpdate({
      target: conversations.id,
      set: { updatedAt: sql`now()` },
      setWhere: eq(conversations.userId, values.userId),
    })
    .returning({ title: conversations.title, updatedAt: conversations.updatedAt });
  return row;
}

/** Newest first, each with the run that is being written now. */
export async function listConversationRows(db: Executor, userId: string, limit: number) {
  return db
    .select({
      id: conversations.id,
      title: conversations.title,
      updatedAt: conversations.updatedAt,
      activeRunId: runs.id,
    })
    .from(conversations)
    .leftJoin(
      runs,
      and(
        eq(runs.conversationId, conversations.id),
        sql`${runs.status} in (${sql.join(
          ACTIVE_RUN_STATUSES.map((status) => sql`${status}`),
          sql`, `,
        )})`,
      ),
    )
    .where(eq(conversations.userId, userId))
    .orderBy(desc(conversations.updatedAt), desc(conversations.id))
    .limit(limit);
}

/** @returns false when this person has no such conversation */
export async function renameConversationRow(
  db: Executor,
  userId: string,
  id: string,
  title: string,
): Promise<boolean> {
  const rows = await db
    .update(conversations)
    .set({ title })
    .where(and(eq(conversations.id, id), eq(conversations.userId, userId)))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/** Deletes the conversation and, by cascade, its runs. @returns false when this person has no such conversation */
export async function deleteConversationRow(db: Executor, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(conversations)
    .where(and(eq(conversations.id, id), eq(conversations.userId, userId)))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

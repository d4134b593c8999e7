import { and, asc, desc, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES } from "../../contract/run";
import type { Executor } from "../client";
import { conversations, runs } from "../schema/chat";

export type Conversation = typeof conversations.$inferSelect;

/** The conversation if it is this person's; undefined when it is another's, deleted, or was never there. */
export async function findConversation(
  db: Executor,
  userId: string,
  id: string,
): Promise<Conversation | undefined> {
  const [row] = await db.select().from(conversations).where(isOwn(userId, id));
  return row;
}

/** One that is deleted is nobody's, even before it is gone for good. */
const isOwn = (userId: string, id: string) =>
  and(eq(conversations.id, id), eq(conversations.userId, userId), isNull(conversations.deletedAt));

/** What lists show and change: a temporary one has no place in them, no name and no archive. */
const isListed = (userId: string) =>
  and(
    eq(conversations.userId, userId),
    isNull(conversations.deletedAt),
    eq(conversations.isTemporary, false),
  );

const isOwnInList = (userId: string, id: string) => and(isListed(userId), eq(conversations.id, id));

/** Whether nothing of it may be kept. @returns false, too, when this person has no such conversation */
export async function isTemporary(db: Executor, userId: string, id: string): Promise<boolean> {
  return (await findConversation(db, userId, id))?.isTemporary ?? false;
}

/**
 * Whose conversation it is, also while it is deleted and not gone yet; undefined when there is none with this id. Answer
 * `not_found` to everybody else.
 */
export async function findConversationOwner(db: Executor, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ userId: conversations.userId })
    .from(conversations)
    .where(eq(conversations.id, id));
  return row?.userId;
}

/**
 * Makes the conversation on its first message, else moves it to the top; either way its row stays locked until the
 * transaction ends, so that two messages cannot both think they are next. One that was archived or deleted is back. What is asked is shown.
 * @returns its row in the list; undefined when the id belongs to another person
 */
export async function touchConversation(
  tx: Executor,
  values: Pick<Conversation, "id" | "userId" | "title"> & { isTemporary?: boolean },
): Promise<Pick<Conversation, "title" | "updatedAt" | "isTemporary"> | undefined> {
  const [row] = await tx
    .insert(conversations)
    .values(values)
    .onConflictDoUpdate({
      target: conversations.id,
      set: { updatedAt: sql`now()`, archivedAt: null, deletedAt: null, shownAnswerId: null },
      setWhere: eq(conversations.userId, values.userId),
    })
    .returning({
      title: conversations.title,
      updatedAt: conversations.updatedAt,
      isTemporary: conversations.isTemporary,
    });
  return row;
}

const isActiveRun = and(
  eq(runs.conversationId, conversations.id),
  sql`${runs.status} in (${sql.join(
    ACTIVE_RUN_STATUSES.map((status) => sql`${status}`),
    sql`, `,
  )})`,
);

const selectRows = (db: Executor) =>
  db
    .select({
      id: conversations.id,
      title: conversations.title,
      updatedAt: conversations.updatedAt,
      pinnedAt: conversations.pinnedAt,
      archivedAt: conversations.archivedAt,
      activeRunId: runs.id,
    })
    .from(conversations)
    .leftJoin(runs, isActiveRun);

export type ConversationRow = Awaited<ReturnType<typeof selectRows>>[number];

/** Newest first, each with the run that is being written now. Where there are too many, the archived ones are missing first. */
export async function listConversationRows(
  db: Executor,
  userId: string,
  limit: number,
): Promise<ConversationRow[]> {
  return selectRows(db)
    .where(isListed(userId))
    .orderBy(
      sql`${conversations.archivedAt} is not null`,
      sql`${conversations.pinnedAt} is null`,
      desc(conversations.updatedAt),
      desc(conversations.id),
    )
    .limit(limit);
}

/** Those last touched before one of them, newest first. What was touched in the same millisecond may come twice. */
export async function listOlderRows(
  db: Executor,
  userId: string,
  { isArchived, below }: { isArchived: boolean; below: { updatedAt: Date; id: string } | null },
  limit: number,
): Promise<ConversationRow[]> {
  return selectRows(db)
    .where(
      and(
        isListed(userId),
        isNull(conversations.pinnedAt),
        isArchived ? isNotNull(conversations.archivedAt) : isNull(conversations.archivedAt),
        // A time that was in the browser has milliseconds, and the column microseconds.
        below === null
          ? undefined
          : and(
              lt(conversations.updatedAt, new Date(below.updatedAt.getTime() + 1)),
              ne(conversations.id, below.id),
            ),
      ),
    )
    .orderBy(desc(conversations.updatedAt), desc(conversations.id))
    .limit(limit);
}

/** As in the list; undefined when this person has no such conversation in it. */
export async function findConversationRow(
  db: Executor,
  userId: string,
  id: string,
): Promise<ConversationRow | undefined> {
  const [row] = await selectRows(db).where(isOwnInList(userId, id));
  return row;
}

/** Pins, archives or deletes, or takes that back with null. @returns false when this person has no such conversation in the list */
export async function moveConversationRow(
  db: Executor,
  userId: string,
  id: string,
  change: Partial<Pick<Conversation, "pinnedAt" | "archivedAt" | "deletedAt">>,
): Promise<boolean> {
  const rows = await db
    .update(conversations)
    .set(change)
    .where(isOwnInList(userId, id))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/** Takes back that it was deleted. @returns false when it is gone for good, was never deleted, or is another person's */
export async function restoreConversationRow(db: Executor, userId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(conversations)
    .set({ deletedAt: null })
    .where(
      and(eq(conversations.id, id), eq(conversations.userId, userId), isNotNull(conversations.deletedAt)),
    )
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/** When the time of a conversation is over: its person deleted it before, or it is temporary and was last asked something before. */
export type Expiry = { deletedBefore: Date; askedBefore: Date };

const isExpired = ({ deletedBefore, askedBefore }: Expiry) =>
  or(
    lt(conversations.deletedAt, deletedBefore),
    and(sql`${conversations.isTemporary}`, lt(conversations.updatedAt, askedBefore)),
  );

/** Those whose time is over and that are not gone yet, the oldest first. */
export async function listExpiredConversations(
  db: Executor,
  expiry: Expiry,
  limit = 100,
): Promise<{ id: string; userId: string }[]> {
  return db
    .select({ id: conversations.id, userId: conversations.userId })
    .from(conversations)
    .where(isExpired(expiry))
    .orderBy(asc(conversations.updatedAt))
    .limit(limit);
}

/** @returns false when this person has no such conversation in the list */
export async function renameConversationRow(
  db: Executor,
  userId: string,
  id: string,
  title: string,
): Promise<boolean> {
  const rows = await db
    .update(conversations)
    .set({ title })
    .where(isOwnInList(userId, id))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/** Gives it another title, unless it has got another one than `before` meanwhile. @returns whether it did */
export async function replaceTitle(
  db: Executor,
  { userId, id, before, title }: { userId: string; id: string; before: string; title: string },
): Promise<boolean> {
  const rows = await db
    .update(conversations)
    .set({ title })
    .where(and(isOwnInList(userId, id), eq(conversations.title, before)))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/** Chooses the branch that ends with an answer. @returns false when this person has no such conversation */
export async function chooseShownAnswer(
  db: Executor,
  userId: string,
  id: string,
  answerId: string,
): Promise<boolean> {
  const rows = await db
    .update(conversations)
    .set({ shownAnswerId: answerId })
    .where(and(eq(conversations.id, id), eq(conversations.userId, userId)))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/**
 * Deletes the conversation and, by cascade, its runs.
 * @param expiry only if its time is over
 * @returns false when this person has no such conversation
 */
export async function deleteConversationRow(
  db: Executor,
  userId: string,
  id: string,
  expiry?: Expiry,
): Promise<boolean> {
  const rows = await db
    .delete(conversations)
    .where(and(eq(conversations.id, id), eq(conversations.userId, userId), expiry && isExpired(expiry)))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

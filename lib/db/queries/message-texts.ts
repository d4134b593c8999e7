import { and, asc, desc, eq, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES } from "../../contract/run";
import type { Executor } from "../client";
import { conversations, runs } from "../schema/chat";
import { messageTexts } from "../schema/history";
import type { Run } from "./runs";

type MessageText = Omit<typeof messageTexts.$inferSelect, "words">;

/** Runs that have ended and whose messages cannot be searched yet, the oldest first; and whether they ever may. */
export async function listUnsearchableRuns(
  db: Executor,
  limit: number,
): Promise<{ run: Run; isTemporary: boolean }[]> {
  return db
    .select({ run: runs, isTemporary: conversations.isTemporary })
    .from(runs)
    .innerJoin(conversations, eq(conversations.id, runs.conversationId))
    .where(and(eq(runs.isSearchable, false), notInArray(runs.status, [...ACTIVE_RUN_STATUSES])))
    .orderBy(asc(runs.createdAt))
    .limit(limit);
}

/**
 * Says that the messages of a run can be searched as they were while it had this status. Its row stays locked until the
 * transaction ends, and its conversation cannot go before.
 * @returns false when the run is gone, or has ended otherwise meanwhile
 */
export async function markSearchable(tx: Executor, { id, status }: Pick<Run, "id" | "status">) {
  const rows = await tx
    .update(runs)
    .set({ isSearchable: true })
    .where(and(eq(runs.id, id), eq(runs.status, status)))
    .returning({ id: runs.id });
  return rows.length > 0;
}

/** @param words of `text`, as lib/domain/search-words.ts folds them */
export async function saveMessageText(tx: Executor, row: MessageText, words: string[]): Promise<void> {
  const values = { ...row, words: toVector(words) };
  await tx
    .insert(messageTexts)
    .values(values)
    .onConflictDoUpdate({
      target: messageTexts.messageId,
      set: { text: values.text, words: values.words },
      setWhere: eq(messageTexts.userId, row.userId),
    });
}

/** The newest of the person's messages that have, for each of the words, one that begins with it. */
export async function findMessageTexts(db: Executor, userId: string, words: string[], limit: number) {
  return db
    .select({
      id: messageTexts.messageId,
      conversationId: messageTexts.conversationId,
      isQuestion: messageTexts.isQuestion,
      text: messageTexts.text,
      createdAt: messageTexts.createdAt,
    })
    .from(messageTexts)
    .innerJoin(conversations, eq(conversations.id, messageTexts.conversationId))
    .where(
      and(
        eq(messageTexts.userId, userId),
        isNull(conversations.deletedAt),
        sql`${messageTexts.words} @@ ${toQuery(words)}::tsquery`,
      ),
    )
    .orderBy(desc(messageTexts.createdAt), desc(messageTexts.messageId))
    .limit(limit);
}

/** Lexemes as they are: Postgres' own idea of words depends on the locale of the database. */
const toVector = (words: string[]): SQL<string> =>
  sql`array_to_tsvector(array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb)))`;

const toQuery = (words: string[]): string =>
  words.map((word) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}':*`).join(" & ");

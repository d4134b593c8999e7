import { and, desc, eq, gt, isNull, lt, ne } from "drizzle-orm";
import type { Executor } from "../client";
import { sessions, users } from "../schema/people";
import { type PersonWithPassword, withPassword } from "./users";

/** More devices than a person can tell apart. */
const MAX_LISTED = 50;

export type SessionKey = { userId: string; sessionId: string };

const isSession = ({ userId, sessionId }: SessionKey) =>
  and(eq(sessions.id, sessionId), eq(sessions.userId, userId));

/** @returns the id of the new session */
export async function insertSession(
  db: Executor,
  values: { userId: string; device: string; passwordMark: string | null; createdAt: Date },
): Promise<string> {
  const [row] = await db
    .insert(sessions)
    .values({ ...values, lastSeenAt: values.createdAt })
    .returning({ id: sessions.id });
  if (!row) throw new Error("The session was not stored.");
  return row.id;
}

type FoundSession = PersonWithPassword & { passwordMark: string | null; lastSeenAt: Date };

/** The session and its person, unless they have deleted their account, in one query. */
export async function findSession(db: Executor, key: SessionKey): Promise<FoundSession | undefined> {
  const [row] = await db
    .select({ ...withPassword, passwordMark: sessions.passwordMark, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(isSession(key), isNull(users.deletedAt)));
  return row;
}

/** Those of the person that began after a moment: this one first, then the others, last used first. */
export function listSessionRows(db: Executor, { userId, sessionId }: SessionKey, begunAfter: Date) {
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.createdAt, begunAfter)))
    .orderBy(desc(eq(sessions.id, sessionId)), desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(MAX_LISTED);
}

/** @param before writes nothing when it was seen since then: of requests at once only one writes */
export async function noteSessionSeen(
  db: Executor,
  key: SessionKey,
  { now, before }: { now: Date; before: Date },
): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(isSession(key), lt(sessions.lastSeenAt, before)));
}

export async function setSessionPasswordMark(
  db: Executor,
  key: SessionKey,
  passwordMark: string,
): Promise<void> {
  await db.update(sessions).set({ passwordMark }).where(isSession(key));
}

/** @returns whether there was one */
export async function deleteSession(db: Executor, key: SessionKey): Promise<boolean> {
  const deleted = await db.delete(sessions).where(isSession(key)).returning({ id: sessions.id });
  return deleted.length > 0;
}

/** All of the person but this one. */
export async function deleteOtherSessions(db: Executor, { userId, sessionId }: SessionKey): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
}

export async function deleteSessionsBegunBefore(db: Executor, moment: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.createdAt, moment));
}

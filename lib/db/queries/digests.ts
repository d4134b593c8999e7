import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { ChooseDigest, Digest } from "../../contract/digest";
import type { CalendarDate } from "../../contract/money";
import type { Executor } from "../client";
import { items } from "../schema/banks";
import { weeklyDigests } from "../schema/digests";
import { users } from "../schema/people";

const isDigest = (userId: string, weekStart: CalendarDate) =>
  and(eq(weeklyDigests.userId, userId), eq(weeklyDigests.weekStart, weekStart));

/** Whether a person has a bank of which all of the past is here to compare with: the first reading gives only a month. */
export async function hasKnownBank(db: Executor, userId: string): Promise<boolean> {
  const isKnown = or(eq(items.isHistoryComplete, true), eq(items.source, "file"));
  return (await db.$count(items, and(eq(items.userId, userId), isKnown))) > 0;
}

type DigestChoice = { inApp: boolean; byEmail: boolean };

/** Where a person wants it; undefined when there is no such person, or no longer. */
export async function findDigestChoice(db: Executor, userId: string): Promise<DigestChoice | undefined> {
  const [row] = await db
    .select({ inApp: users.digestInApp, byEmail: users.digestByEmail })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  return row;
}

export async function saveDigestChoice(
  db: Executor,
  userId: string,
  { inApp, byEmail }: ChooseDigest,
): Promise<void> {
  await db.update(users).set({ digestInApp: inApp, digestByEmail: byEmail }).where(eq(users.id, userId));
}

export async function hasDigest(db: Executor, userId: string, weekStart: CalendarDate): Promise<boolean> {
  return (await db.$count(weeklyDigests, isDigest(userId, weekStart))) > 0;
}

/** Keeps the first one of a week. */
export async function insertDigest(
  db: Executor,
  values: { userId: string; weekStart: CalendarDate; content: Digest },
): Promise<void> {
  await db.insert(weeklyDigests).values(values).onConflictDoNothing();
}

/** The newest that was not put away, unless it tells of an earlier week than `since`. */
export async function findOpenDigest(
  db: Executor,
  userId: string,
  since: CalendarDate,
): Promise<Digest | undefined> {
  const [row] = await db
    .select({ content: weeklyDigests.content, weekStart: weeklyDigests.weekStart })
    .from(weeklyDigests)
    .where(and(eq(weeklyDigests.userId, userId), isNull(weeklyDigests.dismissedAt)))
    .orderBy(desc(weeklyDigests.weekStart))
    .limit(1);
  return row && row.weekStart >= since ? row.content : undefined;
}

export async function dismissDigestRow(
  db: Executor,
  userId: string,
  weekStart: CalendarDate,
  now: Date,
): Promise<void> {
  await db.update(weeklyDigests).set({ dismissedAt: now }).where(isDigest(userId, weekStart));
}

/** Takes the right to mail a digest: only one can have it. @returns what to mail; undefined when it is mailed, or being mailed */
export async function claimMailing(
  db: Executor,
  userId: string,
  weekStart: CalendarDate,
  now: Date,
): Promise<Digest | undefined> {
  const [row] = await db
    .update(weeklyDigests)
    .set({ mailedAt: now })
    .where(and(isDigest(userId, weekStart), isNull(weeklyDigests.mailedAt)))
    .returning({ content: weeklyDigests.content });
  return row?.content;
}

/** The mail server did not take it. */
export async function giveMailingBack(db: Executor, userId: string, weekStart: CalendarDate): Promise<void> {
  await db.update(weeklyDigests).set({ mailedAt: null }).where(isDigest(userId, weekStart));
}

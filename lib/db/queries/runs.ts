import { and, asc, desc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES, type RunStatus } from "../../contract/run";
import type { Executor } from "../client";
import { runs } from "../schema/chat";

export type Run = typeof runs.$inferSelect;
export type NewRun = Pick<
  Run,
  "id" | "userId" | "conversationId" | "requestKey" | "userMessageId" | "assistantMessageId"
> &
  Partial<Pick<Run, "turn">>;

const isActiveRow = inArray(runs.status, [...ACTIVE_RUN_STATUSES]);

/**
 * @returns undefined when the conversation has an active run already, or one for the same request: the two unique
 *   indexes decide, whoever asks at the same time
 */
export async function insertRun(tx: Executor, values: NewRun): Promise<Run | undefined> {
  const [row] = await tx.insert(runs).values(values).onConflictDoNothing().returning();
  return row;
}

export async function findRun(db: Executor, id: string): Promise<Run | undefined> {
  const [row] = await db.select().from(runs).where(eq(runs.id, id));
  return row;
}

export async function findOwnedRun(
  db: Executor,
  userId: string,
  conversationId: string,
  id: string,
): Promise<Run | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(and(eq(runs.id, id), eq(runs.userId, userId), eq(runs.conversationId, conversationId)));
  return row;
}

export async function findRunByRequest(
  db: Executor,
  conversationId: string,
  requestKey: string,
): Promise<Run | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(and(eq(runs.conversationId, conversationId), eq(runs.requestKey, requestKey)));
  return row;
}

/** Which run wrote this answer. */
export async function findRunByAnswer(
  db: Executor,
  conversationId: string,
  assistantMessageId: string,
): Promise<Run | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(and(eq(runs.conversationId, conversationId), eq(runs.assistantMessageId, assistantMessageId)));
  return row;
}

/** All runs of a conversation, the one that was started first first. */
export async function listRuns(db: Executor, conversationId: string): Promise<Run[]> {
  return db
    .select()
    .from(runs)
    .where(eq(runs.conversationId, conversationId))
    .orderBy(asc(runs.createdAt), asc(runs.id));
}

/** The run that was started last. Ids are UUIDv7, so they order runs of the same millisecond too. */
export async function findLatestRun(db: Executor, conversationId: string): Promise<Run | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(eq(runs.conversationId, conversationId))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1);
  return row;
}

/**
 * Takes the run for one worker. The raised `attempt` shuts out whoever had it before.
 * @returns undefined when the run has ended, or was deleted with its conversation
 */
export async function claimRun(db: Executor, id: string): Promise<Run | undefined> {
  const [row] = await db
    .update(runs)
    .set({
      status: "running",
      attempt: sql`${runs.attempt} + 1`,
      heartbeatAt: sql`now()`,
      startedAt: sql`coalesce(${runs.startedAt}, now())`,
    })
    .where(and(eq(runs.id, id), isActiveRow))
    .returning();
  return row;
}

/** Says "still at it". @returns undefined when this attempt no longer owns the run: stop writing */
export async function beatRun(
  db: Executor,
  id: string,
  attempt: number,
): Promise<Pick<Run, "stopRequestedAt" | "stopSeenSeq"> | undefined> {
  const [row] = await db
    .update(runs)
    .set({ heartbeatAt: sql`now()` })
    .where(and(eq(runs.id, id), eq(runs.attempt, attempt), isActiveRow))
    .returning({ stopRequestedAt: runs.stopRequestedAt, stopSeenSeq: runs.stopSeenSeq });
  return row;
}

export type RunEnd = {
  id: string;
  attempt: number;
  status: Exclude<RunStatus, (typeof ACTIVE_RUN_STATUSES)[number]>;
  /** Only from this status; both active ones by default. */
  from?: (typeof ACTIVE_RUN_STATUSES)[number];
  /** Do nothing when the person has asked to stop. */
  unlessStopRequested?: boolean;
  lastSeq: number;
  errorCode?: string | null;
};

/** The one way a run ends. @returns false when somebody else ended or claimed it first: then append nothing */
export async function endRunRow(db: Executor, end: RunEnd): Promise<boolean> {
  const rows = await db
    .update(runs)
    .set({
      status: end.status,
      lastSeq: end.lastSeq,
      errorCode: end.errorCode ?? null,
      finishedAt: sql`now()`,
    })
    .where(
      and(
        eq(runs.id, end.id),
        eq(runs.attempt, end.attempt),
        end.from ? eq(runs.status, end.from) : isActiveRow,
        end.unlessStopRequested ? isNull(runs.stopRequestedAt) : undefined,
      ),
    )
    .returning({ id: runs.id });
  return rows.length > 0;
}

/** Writes down the wish to stop; the first wish stands. @returns the run as it is after, undefined when it had ended */
export async function requestStop(
  db: Executor,
  id: string,
  seenSeq: number | undefined,
): Promise<Run | undefined> {
  const [row] = await db
    .update(runs)
    .set({
      stopRequestedAt: sql`coalesce(${runs.stopRequestedAt}, now())`,
      stopSeenSeq: sql`case when ${runs.stopRequestedAt} is null then ${seenSeq ?? null}::integer else ${runs.stopSeenSeq} end`,
    })
    .where(and(eq(runs.id, id), isActiveRow))
    .returning();
  return row;
}

/** For a stop that arrived after the end. @returns false when the run is active or stopped already */
export async function endEndedAsStopped(db: Executor, id: string, seenSeq: number): Promise<boolean> {
  const rows = await db
    .update(runs)
    .set({
      status: "stopped",
      stopRequestedAt: sql`now()`,
      stopSeenSeq: seenSeq,
      errorCode: null,
      // It says less now than what may be kept of it.
      isSearchable: false,
    })
    .where(and(eq(runs.id, id), inArray(runs.status, ["completed", "interrupted", "failed"])))
    .returning({ id: runs.id });
  return rows.length > 0;
}

/** Runs that nobody seems to work on: queued since before `queuedBefore`, or silent since before `silentBefore`. */
export async function listAbandonedRuns(
  db: Executor,
  moments: { queuedBefore: Date; silentBefore: Date },
  limit = 200,
): Promise<Run[]> {
  return db
    .select()
    .from(runs)
    .where(
      or(
        and(eq(runs.status, "queued"), lt(runs.createdAt, moments.queuedBefore)),
        and(
          eq(runs.status, "running"),
          or(isNull(runs.heartbeatAt), lt(runs.heartbeatAt, moments.silentBefore)),
        ),
      ),
    )
    .orderBy(asc(runs.createdAt))
    .limit(limit);
}

/** Ends all answers of a person and takes them from their workers. @returns how many there were */
export async function endRunsOfPerson(db: Executor, userId: string): Promise<number> {
  const rows = await db
    .update(runs)
    .set({ status: "stopped", attempt: sql`${runs.attempt} + 1`, finishedAt: sql`now()` })
    .where(and(eq(runs.userId, userId), isActiveRow))
    .returning({ id: runs.id });
  return rows.length;
}

/** The runs of a person that had not ended at a moment. */
export function listRunsSince(db: Executor, userId: string, since: Date): Promise<Pick<Run, "id">[]> {
  return db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.userId, userId), or(isNull(runs.finishedAt), gte(runs.finishedAt, since))));
}

import { and, asc, eq, lt } from "drizzle-orm";
import type { Executor } from "../client";
import { outbox } from "../schema/chat";

/** A job that was promised in a transaction and is not known to be in the queue yet. `job` is a name of lib/queue/jobs.ts. */
export type PromisedJob = { id: string; job: string; payload: unknown };

/** Promise a job together with the rows it belongs to: call it inside their transaction, deliver after the commit. */
export async function promiseJob(tx: Executor, job: string, payload: object): Promise<PromisedJob> {
  const [row] = await tx.insert(outbox).values({ job, payload }).returning();
  if (row === undefined) throw new Error("The outbox took no row.");
  return row;
}

/** The job is in the queue: forget the promise. Harmless when another process did it first. */
export async function keepPromise(db: Executor, id: string): Promise<void> {
  await db.delete(outbox).where(eq(outbox.id, id));
}

/** The same for a job that keeps its promise itself once it is done. */
export async function keepPromisesOf(db: Executor, job: string, payload: object): Promise<void> {
  await db.delete(outbox).where(and(eq(outbox.job, job), eq(outbox.payload, payload)));
}

/** Promises that a crash left behind: older than `before`, oldest first. */
export async function listLeftPromises(db: Executor, before: Date, limit = 200): Promise<PromisedJob[]> {
  return db
    .select()
    .from(outbox)
    .where(lt(outbox.createdAt, before))
    .orderBy(asc(outbox.createdAt))
    .limit(limit);
}

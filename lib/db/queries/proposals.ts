import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Executor } from "../client";
import { proposals } from "../schema/proposals";

export type Proposal = typeof proposals.$inferSelect;

/** @returns false when this person has one with the same key: whoever asks at the same time, one is made */
export async function insertProposal(db: Executor, values: typeof proposals.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(proposals)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: proposals.id });
  return rows.length > 0;
}

export async function findProposalByKey(
  db: Executor,
  userId: string,
  idempotencyKey: string,
): Promise<Proposal | undefined> {
  const [row] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.userId, userId), eq(proposals.idempotencyKey, idempotencyKey)));
  return row;
}

/** The proposal if it is this person's; nobody else can have it until the transaction ends. */
export async function lockProposal(tx: Executor, userId: string, id: string): Promise<Proposal | undefined> {
  const [row] = await tx
    .select()
    .from(proposals)
    .where(and(eq(proposals.id, id), eq(proposals.userId, userId)))
    .for("update");
  return row;
}

/** Those of these proposals that are this person's, the oldest first. */
export function listProposals(db: Executor, userId: string, ids: readonly string[]): Promise<Proposal[]> {
  return db
    .select()
    .from(proposals)
    .where(and(eq(proposals.userId, userId), inArray(proposals.id, [...ids])))
    .orderBy(asc(proposals.createdAt), asc(proposals.id));
}

export async function countProposalsOfRun(db: Executor, runId: string): Promise<number> {
  const [row] = await db.select({ proposals: count() }).from(proposals).where(eq(proposals.runId, runId));
  return row?.proposals ?? 0;
}

/** Call it while holding the row (`lockProposal`). */
export async function saveProposal(
  tx: Executor,
  id: string,
  values: Partial<Pick<Proposal, "state" | "appliedAt" | "undoneAt" | "after">>,
): Promise<Proposal> {
  const [row] = await tx.update(proposals).set(values).where(eq(proposals.id, id)).returning();
  if (!row) throw new Error("A locked proposal is there.");
  return row;
}

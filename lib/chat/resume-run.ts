import { isActive } from "../contract/run";
import type { Run } from "../db/queries/runs";
import { AppError } from "../errors";
import { readHead } from "../stream/run-log";
import { findChosenRun } from "./find-chosen-run";
import { followRun, type RunFeed } from "./follow-run";

export type Resume = {
  userId: string;
  conversationId: string;
  /** The run to follow; the latest one of the conversation if it is left out. */
  runId: string | undefined;
  /** The last chunk that the reader has; undefined when it did not say. */
  after: number | undefined;
  signal: AbortSignal;
};

/**
 * Follows a run from where its reader is.
 * - Active: from the cursor, or from the first chunk.
 * - Ended: only for a reader that named the run or a cursor. One that did neither has loaded the conversation with the
 *   whole answer in it, and would show it twice.
 * @returns null when there is nothing (more) to read: the stored conversation has everything
 * @throws {AppError} `not_found`; `invalid` for a cursor that the run has not reached; `unavailable` when Redis is away
 */
export async function resumeRun(resume: Resume): Promise<{ run: Run; feed: RunFeed } | null> {
  const run = await findChosenRun(resume);
  if (run === undefined) return null;
  const after = resume.after ?? 0;
  const head = await readHead(run.id).catch(cannotShow);
  if (isActive(run.status)) {
    if (!mayBeLost(run, resume)) refuseBeyond(after, head?.seq ?? 0);
  } else {
    if (resume.after === undefined && resume.runId === undefined) return null;
    if (head === null ? after > 0 : after >= head.seq) return null;
  }
  return { run, feed: await followRun(run, after, resume.signal).catch(cannotShow) };
}

function cannotShow(error: unknown): never {
  if (error instanceof AppError) throw error;
  throw new AppError("unavailable", "The answer cannot be shown just now. Please try again in a moment.", {
    cause: error,
  });
}

/**
 * Redis may have lost the log or its end under the writer, who writes it again. Only a reader that names the run can know
 * of more than there is just now.
 */
const mayBeLost = (run: Run, { runId }: Resume): boolean => run.status === "running" && runId !== undefined;

function refuseBeyond(after: number, reached: number): void {
  if (after <= reached) return;
  throw new AppError(
    "invalid",
    `The stream has not reached number ${after} (it is at ${reached}). Name the run that the number belongs to with ?run=, or load the conversation again.`,
  );
}

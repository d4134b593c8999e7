import { isActive } from "../contract/run";
import { database } from "../db/client";
import { deleteConversationRow, type Expiry } from "../db/queries/conversations";
import { promiseJob } from "../db/queries/outbox";
import { findLatestRun, type Run } from "../db/queries/runs";
import { AppError } from "../errors";
import { log } from "../log";
import { withdraw } from "../queue/waiting";
import { publishToPerson } from "../stream/person-events";
import { sendStop } from "../stream/stop-signals";
import { FORGET_JOB, forgetConversation } from "./forget-conversation";

/**
 * Deletes a conversation with all that was said and sent in it. The row goes first, together with the promise of the
 * rest: from then on nobody can reach it, and a worker that is still writing loses its claim.
 * @param expiry only if its time is over
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function deleteConversation(userId: string, id: string, expiry?: Expiry): Promise<void> {
  const run = await findLatestRun(database(), id);
  await database().transaction(async (tx) => {
    if (!(await deleteConversationRow(tx, userId, id, expiry)))
      throw new AppError("not_found", "This conversation does not exist.");
    await promiseJob(tx, FORGET_JOB, { conversationId: id });
  });
  publishToPerson(userId, { type: "conversation-deleted", id });
  // A worker that is at it hears at once, else its next heartbeat finds no row; what it has stored it takes along. The
  // promise stays until then: documents that go now could come back with its last snapshot.
  if (run !== undefined && isActive(run.status) && !(await isWithdrawn(run)))
    return sendStop(run.id, { seenSeq: 0 }).catch((error: unknown) =>
      log().warn({ runId: run.id, err: error }, "stop left to the heartbeat"),
    );
  await forgetConversation(id).catch((error: unknown) =>
    log().warn({ conversationId: id, err: error }, "documents left to the sweeper"),
  );
}

/** Whether no worker has the run, and now none will. */
async function isWithdrawn(run: Run): Promise<boolean> {
  if (run.status !== "queued") return false;
  return withdraw("answer.generate", run.id).catch((error: unknown) => {
    log().warn({ runId: run.id, err: error }, "the worker that takes the job will find no run");
    return false;
  });
}

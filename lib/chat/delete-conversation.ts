import { isActive } from "../contract/run";
import { database } from "../db/client";
import { deleteConversationRow } from "../db/queries/conversations";
import { findLatestRun } from "../db/queries/runs";
import { AppError } from "../errors";
import { sendStop } from "../stream/stop-signals";
import { forgetConversation } from "./forget-conversation";

/**
 * Deletes a conversation with all that was said and sent in it. The row goes first: from then on nobody can reach the
 * rest, and a worker that is still writing loses its claim.
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function deleteConversation(userId: string, id: string): Promise<void> {
  const run = await findLatestRun(database(), id);
  if (!(await deleteConversationRow(database(), userId, id)))
    throw new AppError("not_found", "This conversation does not exist.");
  // A worker that is at it hears at once; else its next heartbeat finds no row.
  if (run !== undefined && isActive(run.status)) await sendStop(run.id, { seenSeq: 0 });
  await forgetConversation(id);
}

import { database } from "../db/client";
import { findConversationOwner } from "../db/queries/conversations";
import { keepPromisesOf } from "../db/queries/outbox";
import { deleteContextDocuments } from "../documents/context-documents";
import { deleteMessages, listWritingRuns } from "../documents/messages";
import { log } from "../log";
import type { JobName } from "../queue/jobs";
import { forgetLog } from "../stream/forget-log";

/** Promised when the row of a conversation is deleted, and kept only when its documents are gone. */
export const FORGET_JOB = "conversation.forget" satisfies JobName;

/**
 * Removes all that was said and sent in a conversation whose row is gone: nothing can show it any more. Leaves one
 * alone that is back: a question sent from a page that was still open makes the conversation anew.
 * @param runId one that may have written no message yet
 * @throws {AppError} `unavailable`: the promise stays, and the sweeper comes back to it
 */
export async function forgetConversation(conversationId: string, runId?: string): Promise<void> {
  if ((await findConversationOwner(database(), conversationId)) === undefined) {
    const runIds = await listWritingRuns(conversationId);
    await deleteMessages(conversationId);
    await deleteContextDocuments(conversationId);
    forgetLogs(runId === undefined ? runIds : [...runIds, runId]);
  }
  await keepPromisesOf(database(), FORGET_JOB, { conversationId });
}

/** Not waited for: a log goes by itself some time after its run. */
function forgetLogs(runIds: readonly string[]): void {
  for (const runId of runIds) {
    forgetLog(runId).catch((error: unknown) =>
      log().warn({ runId, err: error }, "the log is left to its time"),
    );
  }
}

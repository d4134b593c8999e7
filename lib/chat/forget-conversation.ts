import { database } from "../db/client";
import { findConversationOwner } from "../db/queries/conversations";
import { keepPromisesOf } from "../db/queries/outbox";
import { deleteContextDocuments } from "../documents/context-documents";
import { deleteMessages } from "../documents/messages";
import type { JobName } from "../queue/jobs";

/** Promised when the row of a conversation is deleted, and kept only when its documents are gone. */
export const FORGET_JOB = "conversation.forget" satisfies JobName;

/**
 * Removes all that was said and sent in a conversation whose row is gone: nothing can show it any more. Leaves one
 * alone that is back: a question sent from a page that was still open makes the conversation anew.
 * @throws {AppError} `unavailable`: the promise stays, and the sweeper comes back to it
 */
export async function forgetConversation(conversationId: string): Promise<void> {
  if ((await findConversationOwner(database(), conversationId)) === undefined) {
    await deleteMessages(conversationId);
    await deleteContextDocuments(conversationId);
  }
  await keepPromisesOf(database(), FORGET_JOB, { conversationId });
}

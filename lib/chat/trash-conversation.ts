import { database } from "../db/client";
import { moveConversationRow } from "../db/queries/conversations";
import { AppError } from "../errors";
import { publishToPerson } from "../stream/person-events";

/**
 * Deletes a conversation for its person, who can take that back for a while (./restore-conversation.ts). Then it is
 * deleted for good (./sweep-history.ts).
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function trashConversation(userId: string, id: string, now: Date): Promise<void> {
  if (!(await moveConversationRow(database(), userId, id, { deletedAt: now })))
    throw new AppError("not_found", "This conversation does not exist.");
  publishToPerson(userId, { type: "conversation-deleted", id });
}

import { database } from "../db/client";
import { restoreConversationRow } from "../db/queries/conversations";
import { AppError } from "../errors";
import { announceRow } from "./announce-row";

/**
 * Takes back that a conversation was deleted.
 * @throws {AppError} `not_found` when it is gone for good by now, and for another person's conversation
 */
export async function restoreConversation(userId: string, id: string): Promise<void> {
  if (!(await restoreConversationRow(database(), userId, id)))
    throw new AppError("not_found", "It is too late: this conversation has been deleted for good.");
  await announceRow(userId, id);
}

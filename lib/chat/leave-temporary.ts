import { database } from "../db/client";
import { isTemporary } from "../db/queries/conversations";
import { AppError } from "../errors";
import { deleteConversation } from "./delete-conversation";

/**
 * Deletes a temporary chat at once and for good, with all that was said and sent in it: its person has left it. An answer
 * that is being written ends.
 * @throws {AppError} `not_found` for one that is kept, is gone already, or is another person's
 */
export async function leaveTemporary(userId: string, id: string): Promise<void> {
  if (!(await isTemporary(database(), userId, id)))
    throw new AppError("not_found", "This temporary chat does not exist.");
  await deleteConversation(userId, id);
}

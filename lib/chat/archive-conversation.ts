import { database } from "../db/client";
import { moveConversationRow } from "../db/queries/conversations";
import { AppError } from "../errors";
import { announceRow } from "./announce-row";

type Archiving = { id: string; isArchived: boolean };

/**
 * Takes a conversation out of the list, or puts it back. One that is archived is pinned no more; asking something in it
 * puts it back, too.
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function archiveConversation(
  userId: string,
  { id, isArchived }: Archiving,
  now: Date,
): Promise<void> {
  const change = isArchived ? { archivedAt: now, pinnedAt: null } : { archivedAt: null };
  if (!(await moveConversationRow(database(), userId, id, change)))
    throw new AppError("not_found", "This conversation does not exist.");
  await announceRow(userId, id);
}

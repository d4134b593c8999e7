import { database } from "../db/client";
import { moveConversationRow } from "../db/queries/conversations";
import { AppError } from "../errors";
import { announceRow } from "./announce-row";

type Pin = { id: string; isPinned: boolean };

/** @throws {AppError} `not_found`, also for another person's conversation */
export async function pinConversation(userId: string, { id, isPinned }: Pin, now: Date): Promise<void> {
  if (!(await moveConversationRow(database(), userId, id, { pinnedAt: isPinned ? now : null })))
    throw new AppError("not_found", "This conversation does not exist.");
  await announceRow(userId, id);
}

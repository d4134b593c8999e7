import { database } from "../db/client";
import { findConversationRow } from "../db/queries/conversations";
import { publishToPerson } from "../stream/person-events";
import { toSummary } from "./list-conversations";

/** Tells the person's tabs how a conversation stands in the list now. Call it after the commit. */
export async function announceRow(userId: string, id: string): Promise<void> {
  const row = await findConversationRow(database(), userId, id);
  if (row !== undefined)
    publishToPerson(userId, { type: "conversation-listed", conversation: toSummary(row) });
}

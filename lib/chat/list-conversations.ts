import type { ConversationSummary } from "../contract/chat";
import { database } from "../db/client";
import { listConversationRows } from "../db/queries/conversations";

/** A person's conversations, the one touched last first. */
export async function listConversations(userId: string, limit = 200): Promise<ConversationSummary[]> {
  const rows = await listConversationRows(database(), userId, limit);
  return rows.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() }));
}

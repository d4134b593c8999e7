import type { ConversationSummary } from "../contract/chat";
import { database } from "../db/client";
import { type ConversationRow, listConversationRows } from "../db/queries/conversations";

/** A person's conversations: the pinned, then the others, then the archived; each time the one touched last first. */
export async function listConversations(userId: string, limit = 200): Promise<ConversationSummary[]> {
  const rows = await listConversationRows(database(), userId, limit);
  return rows.map(toSummary);
}

export const toSummary = ({
  updatedAt,
  pinnedAt,
  archivedAt,
  ...row
}: ConversationRow): ConversationSummary => ({
  ...row,
  updatedAt: updatedAt.toISOString(),
  ...(pinnedAt && { isPinned: true }),
  ...(archivedAt && { isArchived: true }),
});

import type { ConversationSummary } from "../contract/chat";
import { LISTED_AT_ONCE, type OlderConversations } from "../contract/history";
import { database } from "../db/client";
import { type ConversationRow, listConversationRows, listOlderRows } from "../db/queries/conversations";

/**
 * A person's conversations: the pinned, then the others, then the archived; each time the one touched last first. Where
 * there are more than `LISTED_AT_ONCE`, the last ones are left to `listOlderConversations`.
 */
export async function listConversations(userId: string): Promise<ConversationSummary[]> {
  const rows = await listConversationRows(database(), userId, LISTED_AT_ONCE);
  return rows.map(toSummary);
}

/** The next ones of a person, newest first; fewer than `LISTED_AT_ONCE`: there are no more. */
export async function listOlderConversations(
  userId: string,
  { isArchived, below }: OlderConversations,
): Promise<ConversationSummary[]> {
  const from = below && { id: below.id, updatedAt: new Date(below.updatedAt) };
  const rows = await listOlderRows(database(), userId, { isArchived, below: from }, LISTED_AT_ONCE);
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

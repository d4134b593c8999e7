import type { ConversationSummary } from "../../lib/contract/chat";
import { daysBetween, formatMonth, monthOf, todayIn } from "../../lib/domain/calendar";

export type ConversationGroup = { label: string; conversations: ConversationSummary[] };

/**
 * Newest first, under the day on the person's own wall: today, yesterday, the last week, then by month. The pinned come
 * before all, the archived not at all.
 */
export function groupConversations(
  conversations: readonly ConversationSummary[],
  { now, timeZone }: { now: Date; timeZone: string },
): ConversationGroup[] {
  const today = todayIn(timeZone, now);
  const groups = new Map<string, ConversationSummary[]>();
  const newestFirst = conversations
    .filter(({ isArchived }) => !isArchived)
    .sort(
      (a, b) =>
        Number(b.isPinned ?? false) - Number(a.isPinned ?? false) || (a.updatedAt < b.updatedAt ? 1 : -1),
    );
  for (const conversation of newestFirst) {
    const day = todayIn(timeZone, new Date(conversation.updatedAt));
    const label = conversation.isPinned ? "Pinned" : labelOf(daysBetween(day, today), monthOf(day));
    groups.set(label, [...(groups.get(label) ?? []), conversation]);
  }
  return [...groups].map(([label, members]) => ({ label, conversations: members }));
}

function labelOf(daysAgo: number, month: string): string {
  if (daysAgo <= 0) return "Today";
  if (daysAgo === 1) return "Yesterday";
  if (daysAgo <= 7) return "Previous 7 days";
  return formatMonth(month);
}

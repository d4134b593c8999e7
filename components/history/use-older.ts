import { useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import type { ConversationSummary } from "@/lib/contract/chat";
import { LISTED_AT_ONCE } from "@/lib/contract/history";

type Older = "more" | "reading" | "failed" | "end";

/** The rest of a list that is too long to come with the page: of the archive, or of what is not in it. */
export function useOlder(isArchived: boolean): { state: Older; readMore: () => void } {
  const { conversations, addOlder, history } = useWorkspace();
  const [read, setRead] = useState<Older>("more");
  const state = conversations.length < LISTED_AT_ONCE ? "end" : read;
  async function readMore() {
    if (state === "reading") return;
    setRead("reading");
    const below = lastOf(conversations, isArchived);
    const result = await history.older({ isArchived, below }).catch(() => null);
    if (result?.ok) addOlder(result.data);
    if (result?.ok) setRead(result.data.length < LISTED_AT_ONCE ? "end" : "more");
    else setRead("failed");
  }
  return { state, readMore: () => void readMore() };
}

/** The one below which the list goes on: the last that is here and not pinned. */
function lastOf(conversations: readonly ConversationSummary[], isArchived: boolean) {
  const some = conversations.filter((item) => !item.isPinned && (item.isArchived ?? false) === isArchived);
  const [first, ...rest] = some;
  if (!first) return null;
  const { updatedAt, id } = rest.reduce(
    (last, item) => (item.updatedAt < last.updatedAt ? item : last),
    first,
  );
  return { updatedAt, id };
}

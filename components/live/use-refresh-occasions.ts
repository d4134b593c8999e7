"use client";

import { useEffect } from "react";
import type { ConversationSummary } from "@/lib/contract/chat";
import { usePath } from "./use-address";

const POLL_MS = 5_000;

/** For a tab without the feed: look again when it is looked at, and while something is written elsewhere. */
export function useRefreshOccasions(
  refresh: () => Promise<void>,
  conversations: readonly ConversationSummary[],
): void {
  const pathname = usePath();
  const isOthersActive = conversations.some(
    (item) => item.activeRunId !== null && !pathname.endsWith(`/${item.id}`),
  );
  useEffect(() => {
    const onFocus = () => void refresh();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [refresh]);
  useEffect(() => {
    if (!isOthersActive) return;
    const timer = setInterval(() => void refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [isOthersActive, refresh]);
}

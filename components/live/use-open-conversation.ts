"use client";

import { useEffect } from "react";
import type { ConversationView } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import type { LiveState } from "./live-state";
import { oneAtATime } from "./one-at-a-time";
import { useConversationInAddress } from "./use-address";

type Actions = { loadConversation: (input: { id: string }) => Promise<ActionResult<ConversationView>> };

/**
 * Keeps the conversation that is looked at up to date with what other tabs and devices do in it: their question and the
 * answer as it is written. Hidden tabs wait until they are looked at, as each answer that is followed takes a connection.
 */
export function useOpenConversation(live: LiveState, { loadConversation }: Actions): void {
  const id = useConversationInAddress();
  useEffect(() => {
    // A run that begins while the conversation is loaded may be missing from what comes.
    const catchUp = oneAtATime(async () => {
      const runId = id === null ? null : live.missedRun(id);
      if (id === null || runId === null || document.visibilityState !== "visible") return;
      const result = await loadConversation({ id }).catch(() => null);
      if (result?.ok) live.replace(result.data);
    });
    const look = () => {
      live.open(document.visibilityState === "visible" ? id : null);
      void catchUp();
    };
    look();
    const stopWatching = live.watch(() => void catchUp());
    // Another tab may mark as unread what is on the screen here.
    const stopReading = live.unread.subscribe(() => {
      if (id !== null && document.visibilityState === "visible" && live.unread.get().includes(id)) look();
    });
    document.addEventListener("visibilitychange", look);
    return () => {
      stopWatching();
      stopReading();
      document.removeEventListener("visibilitychange", look);
    };
  }, [id, live, loadConversation]);
}

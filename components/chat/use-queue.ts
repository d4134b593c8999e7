"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { ChatSession } from "./chat-session";
import { draftKey } from "./draft";
import type { Queue } from "./question-queue";
import { browserStorage } from "./use-draft";

/** The questions that wait in a conversation, kept in this browser for this person. */
export function useQueue(session: ChatSession, personId: string): Queue {
  const { queue, hasMessage } = session;
  const name = `queue:${personId}:${session.id}`;
  useEffect(() => {
    queue.attach(name, browserStorage(), hasMessage);
    const onStorage = (event: StorageEvent) => {
      if (event.key === draftKey(name)) queue.readAgain();
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [queue, name, hasMessage]);
  return useSyncExternalStore(queue.subscribe, queue.get, queue.get);
}

"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { ChatSession } from "./chat-session";
import { draftKey } from "./draft";
import type { Queue } from "./question-queue";
import { browserStorage } from "./use-draft";

/** The questions that wait in a conversation, `kept` in this browser for this person. */
export function useQueue(session: ChatSession, personId: string, isKept: boolean): Queue {
  const { queue, hasMessage } = session;
  const name = `${isKept ? "queue" : "temporary"}:${personId}:${session.id}`;
  useEffect(() => {
    queue.attach(name, isKept ? browserStorage() : null, hasMessage);
    const onStorage = (event: StorageEvent) => {
      if (event.key === draftKey(name)) queue.readAgain();
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [queue, name, isKept, hasMessage]);
  return useSyncExternalStore(queue.subscribe, queue.get, queue.get);
}

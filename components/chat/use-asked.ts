"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { MAX_MESSAGE_CHARACTERS } from "@/lib/contract/chat";
import type { ChatSession } from "./chat-session";
import type { Draft } from "./draft";

/**
 * What another page has put into the address of a new chat: a question (`/chat?ask=…`), which is typed and the person sends,
 * and the wish that nothing of the chat be kept (`/chat?temporary`).
 */
export function useAsked(session: ChatSession): void {
  const query = useSearchParams();
  const asked = query?.get("ask")?.trim().slice(0, MAX_MESSAGE_CHARACTERS);
  const isTemporary = query?.has("temporary");
  useEffect(() => {
    if (!asked && !isTemporary) return;
    if (isTemporary) session.setTemporary(true);
    if (asked) type(session.draft, asked);
    // Reloading the page must not type it again.
    window.history.replaceState(null, "", window.location.pathname);
  }, [asked, isTemporary, session]);
}

function type(draft: Draft, asked: string): void {
  const typed = draft.getText().trim();
  if (!typed.includes(asked)) draft.type(typed === "" ? asked : `${typed}\n\n${asked}`);
}

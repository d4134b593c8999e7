"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { MAX_MESSAGE_CHARACTERS } from "@/lib/contract/chat";
import type { Draft } from "./draft";

/** A question that another page has put into the address (`/chat?ask=…`): it is typed, and the person sends it. */
export function useAsked(draft: Draft): void {
  const asked = useSearchParams()?.get("ask")?.trim().slice(0, MAX_MESSAGE_CHARACTERS);
  useEffect(() => {
    if (!asked) return;
    const typed = draft.getText().trim();
    if (!typed.includes(asked)) draft.type(typed === "" ? asked : `${typed}\n\n${asked}`);
    // Reloading the page must not type it again.
    window.history.replaceState(null, "", window.location.pathname);
  }, [asked, draft]);
}

"use client";

import { useEffect, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ConversationView } from "@/lib/contract/chat";
import { useConversationInAddress } from "../live/use-address";
import type { ChatSession } from "./chat-session";
import { useWorkspace } from "./workspace";

/**
 * The conversation that the address bar names. A new one has no address until the server has taken its first question;
 * then the address changes under the page, so the address, not the page that was loaded, says what is shown.
 * Null for a moment when the browser went back to an address that this page cannot know: the page is loaded again.
 */
export function useShownSession(seed: ConversationView | null): ChatSession | null {
  const { openSession, findSession, newChats } = useWorkspace();
  const idInAddress = useConversationInAddress();
  const [fresh, setFresh] = useState(() => openSession(uuidv7(), null));
  // React may see two changes of the address as one, and then none at all: a wish for a new chat is told besides.
  const [seen, setSeen] = useState({ idInAddress, newChats });
  if (seen.idInAddress !== idInAddress || seen.newChats !== newChats) {
    const wantsNew = idInAddress === null || seen.newChats !== newChats;
    setSeen({ idInAddress, newChats });
    if (wantsNew && fresh.getState().accepted > 0) setFresh(openSession(uuidv7(), null));
  }
  const seedForAddress = seed?.id === idInAddress ? seed : null;
  const session =
    idInAddress === null
      ? fresh
      : seedForAddress
        ? openSession(idInAddress, seedForAddress)
        : findSession(idInAddress);

  useEffect(() => {
    if (session === null) window.location.reload();
    else if (seedForAddress) session.adopt(seedForAddress);
  }, [session, seedForAddress]);
  return session;
}

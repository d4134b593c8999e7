"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";

type NewChats = {
  /** How often a new chat was asked for. */
  newChats: number;
  startNewChat: () => void;
  startTemporaryChat: () => void;
};

/** Goes to an empty conversation. Where one is open already, only the cursor goes to its field. */
export function useNewChats(): NewChats {
  const router = useRouter();
  const [newChats, setNewChats] = useState(0);
  const go = useCallback(
    (address: string) => {
      setNewChats((count) => count + 1);
      router.push(address);
    },
    [router],
  );
  const startNewChat = useCallback(() => {
    if (window.location.pathname === "/chat") focusField();
    else go("/chat");
  }, [go]);
  const startTemporaryChat = useCallback(() => go("/chat?temporary=1"), [go]);
  return { newChats, startNewChat, startTemporaryChat };
}

function focusField(): void {
  document.querySelector<HTMLTextAreaElement>("main textarea")?.focus();
}

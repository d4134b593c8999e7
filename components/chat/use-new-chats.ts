"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";

/** Goes to an empty conversation. Where one is open already, only the cursor goes to its field. */
export function useNewChats(): [number, () => void] {
  const router = useRouter();
  const [newChats, setNewChats] = useState(0);
  const startNewChat = useCallback(() => {
    if (window.location.pathname === "/chat") {
      document.querySelector<HTMLTextAreaElement>("main textarea")?.focus();
      return;
    }
    setNewChats((count) => count + 1);
    router.push("/chat");
  }, [router]);
  return [newChats, startNewChat];
}

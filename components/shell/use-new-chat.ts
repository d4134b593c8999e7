"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";

/** Goes to an empty conversation. Where one is open already, only the cursor goes to its field. */
export function useNewChat(): () => void {
  const router = useRouter();
  return useCallback(() => {
    if (window.location.pathname === "/chat") {
      document.querySelector<HTMLTextAreaElement>("main textarea")?.focus();
    } else router.push("/chat");
  }, [router]);
}

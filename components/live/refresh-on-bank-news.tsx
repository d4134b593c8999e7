"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { useWorkspace } from "@/components/chat/workspace";

/** News of banks comes in bursts; the page is asked for once. */
const GATHER_MS = 300;

/** The page of accounts shows what was read from a bank as soon as it is stored. */
export function RefreshOnBankNews() {
  const { watchNews } = useWorkspace();
  const router = useRouter();
  const isOnAccounts = usePathname().startsWith("/accounts");
  useEffect(() => {
    if (!isOnAccounts) return;
    let timer: ReturnType<typeof setTimeout>;
    const stopWatching = watchNews((event) => {
      if (event.type !== "bank") return;
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), GATHER_MS);
    });
    return () => {
      stopWatching();
      clearTimeout(timer);
    };
  }, [isOnAccounts, router, watchNews]);
  return null;
}

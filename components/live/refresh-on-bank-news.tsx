"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { usePath } from "./use-address";

/** News of banks comes in bursts; the page is asked for once. */
const GATHER_MS = 300;

/** Pages that are read anew; the others ask by themselves, or would lose what is being done on them. */
const SHOWING = /^\/(accounts|overview)(\/|$)/;

/** Accounts and how money stands show what was read from a bank as soon as it is stored. */
export function RefreshOnBankNews() {
  const { watchNews } = useWorkspace();
  const router = useRouter();
  const isShowing = SHOWING.test(usePath());
  useEffect(() => {
    if (!isShowing) return;
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
  }, [isShowing, router, watchNews]);
  return null;
}

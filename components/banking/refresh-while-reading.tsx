"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_PAUSE_MS = 1_500;
const GROWTH = 1.5;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Asks the server again while a bank is being read, so that the page shows the outcome by itself. The pauses grow: most
 * banks are read in seconds, some need minutes, and a page left open should not ask all day.
 */
export function RefreshWhileReading() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const waitFor = (pauseMs: number) => {
      timer = setTimeout(() => {
        if (document.visibilityState === "visible") router.refresh();
        waitFor(Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS));
      }, pauseMs);
    };
    waitFor(FIRST_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}

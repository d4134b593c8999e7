"use client";

import { useEffect, useState } from "react";

/** Whole seconds until a moment by this computer's clock, counted down; 0 when it has come or there is none. */
export function useSecondsUntil(moment: number | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (moment === null) return setSeconds(0);
    const count = () => setSeconds(Math.max(0, Math.ceil((moment - Date.now()) / 1_000)));
    count();
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}

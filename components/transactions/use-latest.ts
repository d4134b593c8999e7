"use client";

import { useEffect, useState } from "react";

/** What a promise of the server gave, or the one before it until then. */
export function useLatest<Value>(promise: Promise<Value>): { value: Value | undefined; isStale: boolean } {
  const [known, setKnown] = useState<{ promise: Promise<Value>; value: Value }>();
  useEffect(() => {
    let isGone = false;
    void promise.then((value) => {
      if (!isGone) setKnown({ promise, value });
    });
    return () => {
      isGone = true;
    };
  }, [promise]);
  return { value: known?.value, isStale: known?.promise !== promise };
}

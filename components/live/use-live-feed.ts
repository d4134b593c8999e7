"use client";

import { useEffect } from "react";
import type { SharedFeed } from "./share-feed";
import { shareFeed } from "./share-feed";

/** A tab that nobody looks at for so long needs no news; it hears how things stand when it is looked at again. */
const HIDDEN_MS = 5 * 60_000;
/** Where tabs cannot share a connection, the hidden ones give theirs up soon. */
const HIDDEN_ALONE_MS = 20_000;

type LiveFeed = Omit<SharedFeed, "signal">;

/** Keeps the tab on the feed while it is looked at, and a while longer. `feed` must stay the same object. */
export function useLiveFeed(feed: LiveFeed): void {
  useEffect(() => keepReading(feed), [feed]);
}

/** @returns the way to stop */
export function keepReading(feed: LiveFeed): () => void {
  let reading: AbortController | null = null;
  let patience: ReturnType<typeof setTimeout>;
  const stop = () => {
    clearTimeout(patience);
    reading?.abort();
    reading = null;
    feed.onLive(false);
  };
  const start = () => {
    clearTimeout(patience);
    if (reading !== null) return;
    reading = new AbortController();
    const { signal } = reading;
    const onEvent: LiveFeed["onEvent"] = (event) => {
      if (event.type !== "snapshot" || event.personId === feed.personId) return feed.onEvent(event);
      // Somebody else has signed in with this browser: this page is not theirs to see.
      stop();
      window.location.reload();
    };
    shareFeed({ ...feed, onEvent, signal });
  };
  const onVisibility = () => {
    if (document.visibilityState === "visible") return start();
    clearTimeout(patience);
    patience = setTimeout(stop, "locks" in navigator ? HIDDEN_MS : HIDDEN_ALONE_MS);
  };
  const onShow = () => {
    start();
    // The tab may be shown to nobody: opened in the background.
    onVisibility();
  };
  onShow();
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", onShow);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pagehide", stop);
    window.removeEventListener("pageshow", onShow);
    stop();
  };
}

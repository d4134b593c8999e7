"use client";

import { useEffect } from "react";
import type { SharedFeed } from "./share-feed";
import { shareFeed } from "./share-feed";

/** A tab that nobody looks at for so long needs no news; it hears how things stand when it is looked at again. */
const HIDDEN_MS = 5 * 60_000;
/** Where tabs cannot share a connection, the hidden ones give theirs up soon. */
const HIDDEN_ALONE_MS = 20_000;

type LiveFeed = Omit<SharedFeed, "signal" | "onRefused">;

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
  /** What the page shows is not for whoever sits before it now, perhaps because this device was signed out. */
  const leave = () => {
    stop();
    window.location.reload();
  };
  const start = () => {
    clearTimeout(patience);
    if (reading !== null) return;
    reading = new AbortController();
    const { signal } = reading;
    const onEvent: LiveFeed["onEvent"] = (event) => {
      if (event.type !== "snapshot" || event.personId === feed.personId) return feed.onEvent(event);
      // Somebody else has signed in with this browser.
      leave();
    };
    shareFeed({ ...feed, onEvent, onRefused: leave, signal });
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

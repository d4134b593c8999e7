/** Calls `listener` whenever a dead connection is likely and a new one is likely to work. Returns the way to stop. */
export type WakeUps = (listener: () => void) => () => void;

/** The tab is looked at again, the network is back, or the page came out of the back/forward cache. */
export const browserWakeUps: WakeUps = (listener) => {
  const onVisible = () => {
    if (document.visibilityState === "visible") listener();
  };
  document.addEventListener("visibilitychange", onVisible);
  window.addEventListener("online", listener);
  window.addEventListener("pageshow", listener);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    window.removeEventListener("online", listener);
    window.removeEventListener("pageshow", listener);
  };
};

/** Waits `ms`, or less: until the signal aborts or something wakes us up. */
export function pause(ms: number, signal: AbortSignal, wakeUps: WakeUps): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      stopListening();
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
    const stopListening = wakeUps(end);
  });
}

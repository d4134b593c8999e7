import type { RunTiming } from "./read-run";
import type { WakeUps } from "./wake-up";

export type Connecting = {
  fetch: typeof fetch;
  signal: AbortSignal;
  wakeUps: WakeUps;
  timing: Pick<RunTiming, "idleMs" | "doubtMs">;
};

/**
 * `fetch` that does not wait for ever: a connection that has no headers yet can be as dead as one that went silent
 * later. Given up after `idleMs`, or at a wake-up once it is older than `doubtMs`; then it throws as a network does.
 */
export async function connect(url: string, init: RequestInit, options: Connecting): Promise<Response> {
  const { fetch, signal, wakeUps, timing } = options;
  const attempt = new AbortController();
  const startedAt = performance.now();
  const giveUp = () => attempt.abort(new Error("The server did not answer in time."));
  const watchdog = setTimeout(giveUp, timing.idleMs);
  const stopListening = wakeUps(() => {
    if (performance.now() - startedAt > timing.doubtMs) giveUp();
  });
  try {
    return await fetch(url, { ...init, signal: AbortSignal.any([signal, attempt.signal]) });
  } finally {
    clearTimeout(watchdog);
    stopListening();
  }
}

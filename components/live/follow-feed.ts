import { type PersonEvent, readEvent } from "../../lib/contract/events";
import { readEvents } from "../chat/server-sent-events";
import { browserWakeUps, pause, type WakeUps } from "../chat/wake-up";

type FeedTiming = {
  /** Silence after which a connection counts as dead; several heartbeats of the server. */
  idleMs: number;
  /** Silence after which a wake-up does not trust the connection any more; more than one heartbeat. */
  doubtMs: number;
  backoffMs: number;
  maximumBackoffMs: number;
  /** Signed out: nothing helps but signing in, which this tab may not hear of. */
  refusedMs: number;
};

const TIMING: FeedTiming = {
  idleMs: 20_000,
  doubtMs: 8_000,
  backoffMs: 500,
  maximumBackoffMs: 30_000,
  refusedMs: 5 * 60_000,
};

type Feed = {
  signal: AbortSignal;
  onEvent: (event: PersonEvent) => void;
  /** Whether a connection is open that has told how things stand. */
  onLive: (isLive: boolean) => void;
  /** Whoever asks is not signed in (any more). */
  onRefused?: () => void;
  fetch?: typeof fetch;
  wakeUps?: WakeUps;
  timing?: FeedTiming;
};

/** Reads the feed of the signed-in person over as many connections as it takes, until `signal` aborts. */
export async function followFeed(feed: Feed): Promise<void> {
  const { signal, timing = TIMING, wakeUps = browserWakeUps } = feed;
  let failures = 0;
  while (!signal.aborted) {
    const ended = await readConnection(feed).catch((): Ended => ({ heard: false, waitMs: 0 }));
    feed.onLive(false);
    failures = ended.heard ? 1 : failures + 1;
    await pause(Math.max(ended.waitMs, backoff(failures, timing)), signal, wakeUps);
  }
}

type Ended = { heard: boolean; waitMs: number };

async function readConnection(feed: Feed): Promise<Ended> {
  const { timing = TIMING, wakeUps = browserWakeUps } = feed;
  const connection = new AbortController();
  const signal = AbortSignal.any([feed.signal, connection.signal]);
  let lastBytesAt = performance.now();
  let heard = false;
  const stopListening = wakeUps(() => {
    if (performance.now() - lastBytesAt > timing.doubtMs) connection.abort();
  });
  const opening = setTimeout(() => connection.abort(), timing.idleMs);
  try {
    const response = await (feed.fetch ?? fetch)("/api/events", { signal, cache: "no-store" });
    clearTimeout(opening);
    if (response.status === 401) feed.onRefused?.();
    if (!response.ok || !response.body) return { heard, waitMs: waitAfter(response, timing) };
    const onBytes = () => {
      lastBytesAt = performance.now();
    };
    for await (const { data } of readEvents(response.body, { idleMs: timing.idleMs, signal, onBytes })) {
      const event = readEvent(data);
      if (event === null) continue;
      if (!heard) feed.onLive(true);
      heard = true;
      feed.onEvent(event);
    }
  } catch {
    // The network broke: whatever it was, the answer is to connect again.
  } finally {
    clearTimeout(opening);
    stopListening();
    connection.abort();
  }
  return { heard, waitMs: 0 };
}

function waitAfter(response: Response, timing: FeedTiming): number {
  if (response.status === 401) return timing.refusedMs;
  return Number(response.headers.get("retry-after") ?? 0) * 1_000 || 0;
}

/** Half fixed, half random, so that many browsers do not come back in the same moment. */
function backoff(failures: number, timing: FeedTiming): number {
  const ceiling = Math.min(timing.maximumBackoffMs, timing.backoffMs * 2 ** (failures - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

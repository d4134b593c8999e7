import type { Redis } from "ioredis";
import { lazy } from "../lazy";
import { log } from "../log";
import { connectSubscriber, redis } from "../redis";
import { STOP_CHANNEL, stopKey } from "./run-keys";

const STOP_TTL_MS = 60 * 60_000;
const POLL_MS = 300;

/** The wish to stop, and the last chunk that the person had seen, if the client said so. */
export type StopWish = { seenSeq: number | undefined };
type Watcher = (wish: StopWish) => void;

/** Tell whichever worker has the run to stop it. The key is what counts; the message only saves the wait for a poll. */
export async function sendStop(runId: string, wish: StopWish): Promise<void> {
  await redis().set(stopKey(runId), String(wish.seenSeq ?? ""), "PX", STOP_TTL_MS, "NX");
  await redis().publish(STOP_CHANNEL, runId);
}

type StopDesk = { connection: Redis; watchers: Map<string, Watcher>; timer: NodeJS.Timeout };

/** One subscription and one timer per worker process, for all of its runs. */
const desk = lazy("stop-desk", (): StopDesk => {
  const watchers = new Map<string, Watcher>();
  const connection = connectSubscriber("stop-signals", { maxRetriesPerRequest: null });
  const look = (runId: string) =>
    check(runId, watchers).catch((error: unknown) => log().debug({ runId, err: error }, "stop poll"));
  connection.on("message", (_channel: string, runId: string) => void look(runId));
  connection
    .subscribe(STOP_CHANNEL)
    .catch((error: unknown) => log().warn({ err: error }, "stop hints unavailable, polling only"));
  const timer = setInterval(() => {
    for (const runId of watchers.keys()) void look(runId);
  }, POLL_MS);
  timer.unref();
  return { connection, watchers, timer };
});

async function check(runId: string, watchers: Map<string, Watcher>): Promise<void> {
  if (!watchers.has(runId)) return;
  const wish = await redis().get(stopKey(runId));
  if (wish === null) return;
  const watcher = watchers.get(runId);
  watchers.delete(runId);
  watcher?.({ seenSeq: wish === "" ? undefined : Number(wish) });
}

/** Calls `watcher` at most once, within a third of a second of the wish. @returns stop watching */
export function watchStop(runId: string, watcher: Watcher): () => void {
  const { watchers } = desk();
  watchers.set(runId, watcher);
  // Another attempt at the same run may watch here by then: its ear is not ours to close.
  return () => {
    if (watchers.get(runId) === watcher) watchers.delete(runId);
  };
}

export function closeStopDesk(): void {
  const { connection, timer } = desk();
  clearInterval(timer);
  connection.disconnect();
}

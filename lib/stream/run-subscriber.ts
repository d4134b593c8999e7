import type { Redis } from "ioredis";
import { lazy } from "../lazy";
import { connectRedis } from "../redis";
import { channelOf } from "./run-keys";
import type { LogEntry } from "./run-log";

type Listener = (entry: LogEntry) => void;
type Subscriber = { connection: Redis; listeners: Map<string, Set<Listener>> };

/** ONE connection per process for all readers of all runs. */
const subscriber = lazy("run-subscriber", (): Subscriber => {
  const connection = connectRedis("run-subscriber", { maxRetriesPerRequest: 2 });
  const listeners = new Map<string, Set<Listener>>();
  connection.on("message", (channel: string, message: string) => {
    const listening = listeners.get(channel);
    if (listening === undefined) return;
    const entry = parseMessage(message);
    for (const listener of listening) listener(entry);
  });
  return { connection, listeners };
});

/** `<seq> <0|1> <json>`, as the append script publishes it. The JSON is passed on as text. */
function parseMessage(message: string): LogEntry {
  const end = message.indexOf(" ");
  return {
    seq: Number(message.slice(0, end)),
    terminal: message[end + 1] === "1",
    json: message.slice(end + 3),
  };
}

/**
 * Hear the chunks of a run from now on. Resolves when Redis has confirmed, so nothing appended later is missed
 * except when a connection breaks: listeners must be able to fill a gap from the log.
 * @returns stop listening; the last listener of a run unsubscribes
 */
export async function subscribeToRun(runId: string, listener: Listener): Promise<() => void> {
  const { connection, listeners } = subscriber();
  const channel = channelOf(runId);
  const listening = listeners.get(channel) ?? new Set();
  listeners.set(channel, listening);
  listening.add(listener);
  const unsubscribe = () => {
    listening.delete(listener);
    if (listening.size > 0 || listeners.get(channel) !== listening) return;
    listeners.delete(channel);
    connection.unsubscribe(channel).catch(() => undefined); // A connection that is gone has no subscriptions.
  };
  try {
    await connection.subscribe(channel);
    return unsubscribe;
  } catch (error) {
    unsubscribe();
    throw error;
  }
}

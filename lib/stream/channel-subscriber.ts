import type { Redis } from "ioredis";
import { lazy } from "../lazy";
import { log } from "../log";
import { connectSubscriber } from "../redis";

type Listener = {
  onMessage: (message: string) => void;
  /** The subscription was lost for a while and is back: whatever was published meanwhile is not coming any more. */
  onRestored?: () => void;
};
type Subscriber = { connection: Redis; listeners: Map<string, Set<Listener>> };

/** ONE connection per process for everybody who listens to anything. */
const subscriber = lazy("channel-subscriber", (): Subscriber => {
  const connection = connectSubscriber("subscriber");
  const listeners = new Map<string, Set<Listener>>();
  connection.on("message", (channel: string, message: string) => {
    for (const listener of listeners.get(channel) ?? []) listener.onMessage(message);
  });
  connection.once("ready", () =>
    connection.on("ready", () =>
      restore({ connection, listeners }).catch((error: unknown) =>
        log().warn({ err: error }, "subscriptions not confirmed; the next connection tries again"),
      ),
    ),
  );
  return { connection, listeners };
});

/** A new connection subscribes by itself, but does not say when: asking once more tells, as answers come in order. */
async function restore({ connection, listeners }: Subscriber): Promise<void> {
  const waiting = [...listeners].filter(([, set]) => [...set].some(({ onRestored }) => onRestored));
  if (waiting.length === 0) return;
  await connection.subscribe(...waiting.map(([channel]) => channel));
  for (const [, set] of waiting) for (const { onRestored } of set) onRestored?.();
}

/**
 * Hear what is published on a channel from now on. Resolves when Redis has confirmed, so nothing published later is missed
 * except when a connection breaks.
 * @returns stop listening; the last listener of a channel unsubscribes
 */
export async function subscribeToChannel(channel: string, listener: Listener): Promise<() => void> {
  const { connection, listeners } = subscriber();
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

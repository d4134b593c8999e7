import { z } from "zod";
import { type PersonEvent, readEvent, writeEvent } from "../../lib/contract/events";
import { followFeed } from "./follow-feed";
import { applyEvent, type LiveList } from "./live-list";

/** How often the leader says that it is there. */
const ALIVE_MS = 5_000;
/** A leader that was silent for so long is frozen: another tab takes over. */
const FROZEN_MS = 20_000;

const Message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("event"), json: z.string() }),
  z.object({ kind: z.literal("alive"), isLive: z.boolean() }),
  z.object({ kind: z.literal("hello") }),
]);
type Message = z.infer<typeof Message>;

export type SharedFeed = {
  personId: string;
  signal: AbortSignal;
  onEvent: (event: PersonEvent) => void;
  onLive: (isLive: boolean) => void;
  /** Told to the tab that reads; when it goes, the next one is told. */
  onRefused?: () => void;
};

/**
 * The feed of a person for all tabs of this browser over ONE connection: a browser has six for a server without HTTP/2, and
 * the seventh tab would never load. The tab that holds the lock reads and passes on; when it goes, the lock goes to the
 * next. Named by the person, so that nobody hears what is told to another one who used this browser.
 */
export function shareFeed(shared: SharedFeed): void {
  const { personId, signal, onEvent, onLive } = shared;
  if (!("locks" in navigator)) return void followFeed(shared);
  const name = `purser-events:${personId}`;
  const channel = new BroadcastChannel(name);
  const tell = (message: Message) => channel.postMessage(message);
  let term: AbortController | null = null;
  let isLeading = false;
  let isLive = false;
  // By the server alone, for tabs that join: what the list of this tab expects is not so until the server says it.
  let told: LiveList = { conversations: [], ended: [] };
  let heardAt = performance.now();

  const sayHowThingsStand = () => {
    const conversations = [...told.conversations];
    tell({ kind: "event", json: writeEvent({ type: "snapshot", personId, conversations }) });
  };

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = Message.safeParse(data).data;
    // A tab of another version may say what this one does not know.
    if (message === undefined) return;
    heardAt = performance.now();
    if (message.kind === "alive" && !isLeading) onLive(message.isLive);
    if (message.kind === "hello" && isLive) sayHowThingsStand();
    const event = message.kind === "event" ? readEvent(message.json) : null;
    if (event !== null) onEvent(event);
  };

  const lead = async (ending: AbortSignal) => {
    isLeading = true;
    const sayAlive = () => tell({ kind: "alive", isLive });
    const timer = setInterval(sayAlive, ALIVE_MS);
    const pass = (event: PersonEvent) => {
      told = applyEvent(told, event, () => false);
      onEvent(event);
      if (!ending.aborted) tell({ kind: "event", json: writeEvent(event) });
    };
    const report = (now: boolean) => {
      isLive = now;
      onLive(now);
      if (!ending.aborted) sayAlive();
    };
    await followFeed({ ...shared, signal: ending, onEvent: pass, onLive: report });
    clearInterval(timer);
    isLeading = false;
    isLive = false;
  };

  const stand = async (isStealing: boolean): Promise<void> => {
    term?.abort();
    const own = new AbortController();
    term = own;
    const ending = AbortSignal.any([signal, own.signal]);
    const options: LockOptions = isStealing ? { steal: true } : { signal: ending };
    // Rejected when the wait was given up, or the lock was taken away.
    await navigator.locks.request(name, options, () => lead(ending)).catch(() => undefined);
    own.abort();
    if (term === own && !signal.aborted) void stand(false);
  };

  const watchdog = setInterval(() => {
    if (isLeading || performance.now() - heardAt < FROZEN_MS) return;
    heardAt = performance.now();
    void stand(true);
  }, ALIVE_MS);
  signal.addEventListener("abort", () => {
    clearInterval(watchdog);
    channel.close();
  });
  tell({ kind: "hello" });
  void stand(false);
}

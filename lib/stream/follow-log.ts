import { type LogEntry, readLog } from "./run-log";
import { subscribeToRun } from "./run-subscriber";

/** A reader that falls further behind than this drops what was published and reads the log instead. */
const MAX_WAITING_CHARACTERS = 256 * 1024;
/** No more than this of the log is held for a reader at once, except one chunk that is larger alone. */
const MAX_BATCH_CHARACTERS = 256 * 1024;
const MAX_BATCH = 500;

export type Follow = {
  /** The last number that the reader has. */
  after: number;
  /** Its abort closes the follower, also one that nobody asks any more. */
  signal: AbortSignal;
  /** At most this long without looking into the log, in case a publish was lost. */
  pollMs: number;
};

export type LogFollower = {
  /**
   * The next chunks in order, without a gap and none twice; empty when nothing came for `pollMs`.
   * Ask again until the last one is terminal, or stop asking.
   */
  next(): Promise<LogEntry[]>;
  close(): void;
};

/** What was published and not fetched yet, and whoever waits for it. Bounded: the log has everything anyway. */
function createInbox(pollMs: number) {
  let waiting: LogEntry[] = [];
  let characters = 0;
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  return {
    push(entry: LogEntry) {
      if (characters > MAX_WAITING_CHARACTERS) {
        waiting = [];
        characters = 0;
      }
      waiting.push(entry);
      characters += entry.json.length;
      wake?.();
    },
    /** The chunks that follow `cursor` directly. What is older is dropped; a gap leaves nothing. */
    take(cursor: number): LogEntry[] {
      const fresh = waiting.filter((entry) => entry.seq > cursor);
      waiting = [];
      characters = 0;
      return fresh.every((entry, index) => entry.seq === cursor + 1 + index) ? fresh : [];
    },
    isEmpty: () => waiting.length === 0,
    /** Until something is there, or `pollMs` are over, or the inbox is closed. */
    wait(): Promise<void> {
      // One timer for all waits of a reader: a chunk must not cost one of its own.
      if (timer === undefined) timer = setTimeout(() => wake?.(), pollMs);
      else timer.refresh();
      return new Promise((resolve) => {
        wake = () => {
          wake = undefined;
          resolve();
        };
        if (isClosed || waiting.length > 0) wake();
      });
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      wake?.();
    },
  };
}

/**
 * Reads a run's log from a cursor: what lies in it first, then what is published, and the log again wherever the
 * numbers do not join. The log is the truth; publishing is only speed. Subscribed when this resolves.
 */
export async function followLog(runId: string, follow: Follow): Promise<LogFollower> {
  const inbox = createInbox(follow.pollMs);
  const unsubscribe = await subscribeToRun(runId, inbox.push);
  const close = () => {
    follow.signal.removeEventListener("abort", close);
    inbox.close();
    unsubscribe();
  };
  follow.signal.addEventListener("abort", close, { once: true });
  if (follow.signal.aborted) close();
  let cursor = follow.after;
  let isCaughtUp = false;
  let batchSize = MAX_BATCH;

  const fromLog = async () => {
    const read = contiguous(await readLog(runId, cursor, batchSize), cursor);
    const entries = upTo(MAX_BATCH_CHARACTERS, read);
    // What did not fit was read in vain: as many as fitted are asked for next, and slowly more again.
    batchSize = entries.length < read.length ? entries.length : Math.min(batchSize * 2, MAX_BATCH);
    isCaughtUp = entries.length === 0;
    return entries;
  };
  const next = async () => {
    if (!isCaughtUp) {
      const entries = await fromLog();
      if (entries.length > 0) return entries;
    }
    if (inbox.isEmpty()) await inbox.wait();
    if (follow.signal.aborted) return [];
    const published = inbox.take(cursor);
    return published.length > 0 ? published : fromLog();
  };
  return {
    next: async () => {
      const entries = await next();
      cursor = entries.at(-1)?.seq ?? cursor;
      return entries;
    },
    close,
  };
}

/** The entries up to the first gap: a log that lost its beginning must not look like one that has it. */
function contiguous(entries: LogEntry[], cursor: number): LogEntry[] {
  const gap = entries.findIndex((entry, index) => entry.seq !== cursor + 1 + index);
  return gap === -1 ? entries : entries.slice(0, gap);
}

function upTo(characters: number, entries: LogEntry[]): LogEntry[] {
  let sum = 0;
  const end = entries.findIndex(({ json }, index) => {
    sum += json.length;
    return index > 0 && sum > characters;
  });
  return end === -1 ? entries : entries.slice(0, end);
}

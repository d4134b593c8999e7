import { isTerminal, QueuePlace, StreamChunk } from "../../lib/contract/stream-chunk";
import { isTransient, RequestError } from "./request-error";
import { readEvents, type ServerSentEvent } from "./server-sent-events";
import { pause, type WakeUps } from "./wake-up";

export type ConnectionState = { phase: "live" } | { phase: "reconnecting"; attempts: number };

export type RunTiming = {
  /** Silence after which a connection counts as dead; several heartbeats of the server. */
  idleMs: number;
  /** Silence after which a wake-up (tab visible, network back) does not trust the connection any more. */
  doubtMs: number;
  /** First pause between two tries; doubles up to `maximumBackoffMs`. */
  backoffMs: number;
  maximumBackoffMs: number;
  /** How long the end of a stopped run is waited for before the next question is sent anyway. */
  endMs: number;
};

export const DEFAULT_TIMING: RunTiming = {
  idleMs: 20_000,
  doubtMs: 3_000,
  backoffMs: 250,
  maximumBackoffMs: 5_000,
  endMs: 5_000,
};

export type RunSource = {
  /** The connection that is open already, if any. It starts at the first chunk. */
  first?: Response | undefined;
  /** Opens a connection that goes on after `seq`. Throws `RequestError` or what the network throws. */
  open: (after: number, signal: AbortSignal) => Promise<Response>;
  signal: AbortSignal;
  wakeUps: WakeUps;
  timing: RunTiming;
  onConnection: (state: ConnectionState) => void;
  /** How many answers are ahead while this one waits for its turn. */
  onQueue: (ahead: number) => void;
};

export type NumberedChunk = { seq: number; chunk: StreamChunk };

/**
 * The chunks of one run, each exactly once and in order, over as many connections as it takes. Only a terminal chunk
 * (or `signal`) ends it: a closed connection, silence or a gap in the numbers means "connect again after the last one".
 * @throws {RequestError} when the server refuses for good; {RunGoneError} when the log is gone
 */
export async function* readRun(source: RunSource): AsyncGenerator<NumberedChunk> {
  const { signal } = source;
  const position: Position = { seq: 0, failures: 0, isOver: false };
  let response = source.first;
  while (!signal.aborted) {
    let askedToWaitMs = 0;
    try {
      response ??= await source.open(position.seq, signal);
      yield* readConnection(response, source, position);
    } catch (error) {
      if (!signal.aborted && !isTransient(error)) throw error;
      if (error instanceof RequestError) askedToWaitMs = error.retryAfterMs ?? 0;
    }
    if (position.isOver || signal.aborted) return;
    response = undefined;
    position.failures += 1;
    source.onConnection({ phase: "reconnecting", attempts: position.failures });
    const pauseMs = Math.max(backoff(position.failures, source.timing), askedToWaitMs);
    await pause(pauseMs, signal, source.wakeUps);
  }
}

type Position = { seq: number; failures: number; isOver: boolean };

async function* readConnection(
  response: Response,
  source: RunSource,
  position: Position,
): AsyncGenerator<NumberedChunk> {
  if (!response.body) return;
  const connection = new AbortController();
  const openedAt = performance.now();
  let lastBytesAt = openedAt;
  const stopListening = source.wakeUps(() => {
    if (performance.now() - lastBytesAt > source.timing.doubtMs) connection.abort();
  });
  const events = readEvents(response.body, {
    idleMs: source.timing.idleMs,
    signal: AbortSignal.any([source.signal, connection.signal]),
    onBytes: () => {
      lastBytesAt = performance.now();
      // A connection that is cut again and again after its first bytes is no better than none.
      if (lastBytesAt - openedAt > source.timing.doubtMs) position.failures = 0;
      source.onConnection({ phase: "live" });
    },
  });
  try {
    for await (const event of events) {
      const numbered = parseEvent(event);
      if (numbered === null) tellQueuePlace(event, source);
      if (numbered === null || numbered.seq <= position.seq) continue;
      // A hole: what is missing is in the log of the server, so ask again from where we are.
      if (numbered.seq > position.seq + 1) return;
      position.seq = numbered.seq;
      position.failures = 0;
      if (numbered.chunk === null) continue;
      position.isOver = isTerminal(numbered.chunk);
      yield { seq: numbered.seq, chunk: numbered.chunk };
      if (position.isOver) return;
    }
  } finally {
    stopListening();
  }
}

/** Null for what is not a numbered chunk (`[DONE]`); a null chunk for a kind that a newer server invented. */
function parseEvent(event: ServerSentEvent): { seq: number; chunk: StreamChunk | null } | null {
  const seq = Number(event.id);
  if (event.id === null || !Number.isSafeInteger(seq) || seq < 1) return null;
  const json = parseJson(event.data);
  // Damaged on the way: the next connection brings it whole.
  if (json === undefined) return null;
  const parsed = StreamChunk.safeParse(json);
  return { seq, chunk: parsed.success ? parsed.data : null };
}

/** What travels beside the log has no number; all but the place in the queue is passed over. */
function tellQueuePlace(event: ServerSentEvent, source: RunSource): void {
  if (event.id !== null) return;
  const place = QueuePlace.safeParse(parseJson(event.data));
  if (place.success) source.onQueue(place.data.data.ahead);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Half fixed, half random, so that many tabs do not come back in the same moment. The first try is almost at once. */
function backoff(failures: number, timing: RunTiming): number {
  const ceiling = Math.min(timing.maximumBackoffMs, timing.backoffMs * 2 ** (failures - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

import type { LogEntry } from "./run-log";

export type EventStreamTiming = {
  /** A comment line this often, so that proxies and clients can tell a quiet connection from a dead one. */
  heartbeatMs: number;
  /** A reader that takes nothing for this long is dropped: its cursor makes that safe, our memory is not its buffer. */
  stuckMs: number;
};

const EVENT_STREAM_TIMING: EventStreamTiming = { heartbeatMs: 5_000, stuckMs: 60_000 };

/** What a stock AI SDK client and every proxy on the way need to see. The answer holds bank data: nobody may keep it. */
export const EVENT_STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "private, no-store, no-transform",
  connection: "keep-alive",
  "x-accel-buffering": "no",
  "x-vercel-ai-ui-message-stream": "v1",
};

/** A chunk that stands in no log: without a number, for whoever reads just now. */
export type Aside = { seq: null; json: string; terminal: false };

/** `id` is the number to resume after. The JSON is one line, so one `data` field holds it. */
const frame = ({ seq, json }: LogEntry | Aside): string =>
  seq === null ? `data: ${json}\n\n` : `id: ${seq}\ndata: ${json}\n\n`;

const encoder = new TextEncoder();

/**
 * Chunks as server-sent events, pulled at the pace of the reader. It ends with `[DONE]` only after a terminal chunk;
 * any other end means "connect again".
 * @param stop called when the reader has gone or is dropped
 */
export function eventStream(
  feed: AsyncIterator<(LogEntry | Aside)[], void>,
  stop: () => void,
  timing: EventStreamTiming = EVENT_STREAM_TIMING,
): ReadableStream<Uint8Array> {
  let heartbeat: NodeJS.Timeout;
  let lastTakenAt = performance.now();
  let isTerminated = false;
  const end = () => {
    clearInterval(heartbeat);
    stop();
  };
  const beat = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if ((controller.desiredSize ?? 0) > 0) {
      lastTakenAt = performance.now();
      controller.enqueue(encoder.encode(": heartbeat\n\n"));
    } else if (performance.now() - lastTakenAt > timing.stuckMs) {
      end();
      controller.error(new Error("The reader took nothing for too long."));
    }
  };
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      heartbeat = setInterval(() => beat(controller), timing.heartbeatMs);
      // Sends the headers on their way, also while the run is still queued.
      controller.enqueue(encoder.encode(": open\n\n"));
    },
    pull: async (controller) => {
      lastTakenAt = performance.now();
      try {
        const { done, value } = await feed.next();
        if (done === true) {
          if (isTerminated) controller.enqueue(encoder.encode("data: [DONE]\n\n"));
          end();
          controller.close();
          return;
        }
        isTerminated = value.at(-1)?.terminal ?? false;
        controller.enqueue(encoder.encode(value.map(frame).join("")));
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel: end,
  });
}

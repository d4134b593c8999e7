import { resume, type SseEvent, sseEvents } from "./chat-harness";

export type SteadyReader = {
  /** The events so far, each number once. */
  events: SseEvent[];
  /** Settles with them when the answer has ended. */
  ended: Promise<SseEvent[]>;
};

/** Reads an answer as a browser does: whatever happens to the stream, it asks again from where it stands. */
export function readSteadily(userId: string, conversationId: string, first: Response): SteadyReader {
  const events: SseEvent[] = [];
  const run = first.headers.get("x-run-id") ?? "";
  const last = () => events.at(-1)?.id ?? 0;
  async function readOne(response: Response): Promise<boolean> {
    for await (const event of sseEvents(response)) {
      if (event.data === "[DONE]") return true;
      // What is told beside the answer has no number.
      if (event.id !== null && event.id > last()) events.push(event);
    }
    return false;
  }
  async function read(): Promise<SseEvent[]> {
    let response = first;
    for (;;) {
      const isDone = await readOne(response).catch(() => false);
      if (isDone || response.status === 204) return events;
      await new Promise((resolve) => setTimeout(resolve, 100));
      response = await resume(userId, conversationId, { run, after: last() });
      // A browser would take this for the last word.
      if (response.status >= 400 && response.status < 500) throw new Error(await response.text());
    }
  }
  return { events, ended: read() };
}

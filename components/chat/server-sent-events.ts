export type ServerSentEvent = { id: string | null; data: string };

/**
 * Cuts server-sent events out of text that arrives in any pieces. Comments (heartbeats) and fields that we do not use
 * are dropped. https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createEventParser(): (text: string) => ServerSentEvent[] {
  let rest = "";
  let id: string | null = null;
  let data: string[] = [];

  function takeLine(line: string, events: ServerSentEvent[]) {
    if (line === "") {
      if (data.length > 0) events.push({ id, data: data.join("\n") });
      id = null;
      data = [];
      return;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    if (field === "id") id = value;
  }

  return (text) => {
    const events: ServerSentEvent[] = [];
    // A lone CR at the end may be the first half of CRLF: it waits for what follows.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) takeLine(line, events);
    return events;
  };
}

/**
 * The events of one HTTP answer. Ends when the body ends, when nothing (not even a heartbeat) came for `idleMs`, or
 * when `signal` aborts; throws what the network throws. The caller decides what an end means.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  options: { idleMs: number; signal: AbortSignal; onBytes: () => void },
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  // Cancelling makes a pending read end; errors of a body that is being thrown away say nothing.
  const hangUp = () => void reader.cancel().catch(() => undefined);
  options.signal.addEventListener("abort", hangUp, { once: true });
  let watchdog = setTimeout(hangUp, options.idleMs);
  try {
    while (!options.signal.aborted) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(hangUp, options.idleMs);
      options.onBytes();
      yield* parse(decoder.decode(value, { stream: true }));
    }
  } finally {
    clearTimeout(watchdog);
    options.signal.removeEventListener("abort", hangUp);
    hangUp();
  }
}

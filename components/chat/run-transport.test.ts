import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { UIMessageChunk } from "ai";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { StreamChunk } from "../../lib/contract/stream-chunk";
import type { ChatUIMessage } from "./chat-message";
import type { ConnectionState } from "./read-run";
import { RunTransport, type RunTransportOptions } from "./run-transport";
import type { WakeUps } from "./wake-up";

const CHAT = "0190a000-0000-7000-8000-000000000001";
const RUN = "0190a000-0000-7000-8000-000000000002";
const QUESTION: ChatUIMessage = {
  id: "0190a000-0000-7000-8000-000000000003",
  role: "user",
  parts: [{ type: "text", text: "How much?" }],
};
const ANSWER: StreamChunk[] = [
  { type: "start", messageId: "0190a000-0000-7000-8000-000000000004", messageMetadata: { status: "queued" } },
  { type: "start-step" },
  { type: "text-start", id: "t0" },
  { type: "text-delta", id: "t0", delta: "You spent " },
  { type: "text-delta", id: "t0", delta: "€ 1.234,50 — naïve 💶" },
  { type: "text-end", id: "t0" },
  { type: "finish-step" },
  { type: "finish", messageMetadata: { status: "completed" } },
];
const TIMING = { idleMs: 400, doubtMs: 20, backoffMs: 2, maximumBackoffMs: 10, endMs: 300 };

type Call = { method: string; url: URL; body: unknown };
type Answerer = (call: Call, response: ServerResponse, count: number) => void | Promise<void>;

const frame = (seq: number, chunk: unknown) => `id: ${seq}\ndata: ${JSON.stringify(chunk)}\n\n`;
const framesAfter = (after: number) =>
  ANSWER.slice(after).map((chunk, index) => frame(after + index + 1, chunk));

function openStream(response: ServerResponse) {
  response.writeHead(200, { "content-type": "text/event-stream", "x-run-id": RUN });
  response.flushHeaders();
}

function sendRest(call: Call, response: ServerResponse) {
  openStream(response);
  for (const text of framesAfter(Number(call.url.searchParams.get("after") ?? 0))) response.write(text);
  response.end("data: [DONE]\n\n");
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text === "" ? null : JSON.parse(text);
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on a free port; `answer` also gets how many requests came before this one. */
async function serve(answer: Answerer, options: Partial<RunTransportOptions> = {}) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const call = { method: request.method ?? "", url, body: await readBody(request) };
    calls.push(call);
    await answer(call, response, calls.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = new RunTransport({
    fetch: (input, init) => fetch(`${base}${String(input)}`, init),
    wakeUps: () => () => undefined,
    timing: TIMING,
    stopPausesMs: [0, 5, 10],
    ...options,
  });
  return { calls, transport };
}

const send = (transport: RunTransport, abortSignal?: AbortSignal) =>
  transport.sendMessages({
    trigger: "submit-message",
    chatId: CHAT,
    messageId: undefined,
    messages: [QUESTION],
    abortSignal,
  });

async function collect(stream: ReadableStream<UIMessageChunk>): Promise<UIMessageChunk[]> {
  const chunks: UIMessageChunk[] = [];
  for await (const chunk of stream as ReadableStream<UIMessageChunk> & AsyncIterable<UIMessageChunk>)
    chunks.push(chunk);
  return chunks;
}

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
};

describe("an answer over connections that break", () => {
  test("arrives whole from one connection, and only the last message is sent", async () => {
    // However slow the machine is, nothing is taken for silence.
    const { transport, calls } = await serve(sendRest, { timing: { ...TIMING, idleMs: 60_000 } });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toEqual({ id: CHAT, trigger: "submit-message", message: QUESTION });
    expect(transport.progress).toEqual({ runId: RUN, seenSeq: ANSWER.length });
  });

  test.each(ANSWER.map((_, index) => index))(
    "cut cleanly after %i chunks, goes on from there",
    async (cut) => {
      const { transport, calls } = await serve((call, response, count) => {
        if (count > 0) return sendRest(call, response);
        openStream(response);
        for (const text of framesAfter(0).slice(0, cut)) response.write(text);
        response.end();
      });
      expect(await collect(await send(transport))).toEqual(ANSWER);
      expect(calls[1]?.url.pathname).toBe(`/api/chat/${CHAT}/stream`);
      expect(calls[1]?.url.search).toBe(`?after=${cut}&run=${RUN}`);
    },
  );

  test("cut at any byte, several times, is the same answer exactly once", async () => {
    const whole = Buffer.from(framesAfter(0).join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length - 1), { maxLength: 4 }), async (cuts) => {
        const { transport } = await serve(async (call, response, count) => {
          const cut = cuts[count];
          if (cut === undefined) return sendRest(call, response);
          openStream(response);
          const rest = Buffer.from(framesAfter(Number(call.url.searchParams.get("after") ?? 0)).join(""));
          response.write(rest.subarray(0, cut), () => setTimeout(() => response.destroy(), 1));
        });
        expect(await collect(await send(transport))).toEqual(ANSWER);
      }),
      { numRuns: 25 },
    );
  });

  test("R12: chunks that were seen already are not shown again", async () => {
    const { transport } = await serve((_call, response, count) => {
      openStream(response);
      const replay = count > 0 ? framesAfter(0) : framesAfter(0).slice(0, 4);
      for (const text of replay) response.write(text);
      response.end(framesAfter(0)[2]);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
  });

  test("a hole in the numbers is filled from the log before anything after it is shown", async () => {
    const { transport, calls } = await serve((call, response, count) => {
      if (count > 0) return sendRest(call, response);
      openStream(response);
      const frames = framesAfter(0);
      response.write(`${frames[0]}${frames[1]}${frames[4]}`);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(calls[1]?.url.searchParams.get("after")).toBe("2");
  });

  test("R8: a connection without heartbeats is given up and replaced", async () => {
    const states: ConnectionState[] = [];
    const { transport } = await serve(
      (call, response, count) => {
        if (count > 0) return sendRest(call, response);
        openStream(response);
        response.write(framesAfter(0)[0]);
      },
      { onConnection: (state) => states.push(state) },
    );
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(states).toContainEqual({ phase: "reconnecting", attempts: 1 });
    expect(states.at(-1)).toEqual({ phase: "live" });
  });

  test("heartbeats alone keep a connection", async () => {
    const { transport, calls } = await serve(async (call, response) => {
      openStream(response);
      for (let beat = 0; beat < 6; beat += 1) {
        response.write(": heartbeat\n\n");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      for (const text of framesAfter(0)) response.write(text);
      response.end();
      expect(call.method).toBe("POST");
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(calls).toHaveLength(1);
  });

  test("a tab that wakes up does not wait for the watchdog", async () => {
    const listeners = new Set<() => void>();
    const wakeUps: WakeUps = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const { transport, calls } = await serve(
      (call, response, count) => {
        if (count > 0) return sendRest(call, response);
        openStream(response);
        response.write(framesAfter(0)[0]);
      },
      { wakeUps, timing: { ...TIMING, idleMs: 60_000 } },
    );
    const answer = collect(await send(transport));
    await new Promise((resolve) => setTimeout(resolve, 40));
    for (const listener of [...listeners]) listener();
    expect(await answer).toEqual(ANSWER);
    expect(calls).toHaveLength(2);
    expect(listeners.size).toBe(0);
  });

  test("a server that is restarting is waited for", async () => {
    const { transport } = await serve((call, response, count) => {
      if (count === 0) {
        openStream(response);
        response.end(framesAfter(0)[0]);
      } else if (count < 4) {
        response.writeHead(503).end("<html>bad gateway</html>");
      } else sendRest(call, response);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
  });
});

describe("connections that bring nothing, and what travels beside the log", () => {
  test("a connection that brings no headers is given up, before and after the question is taken", async () => {
    const { transport, calls } = await serve((call, response, count) => {
      if (count === 0 || count === 2) return;
      if (count > 2) return sendRest(call, response);
      openStream(response);
      response.end(framesAfter(0)[0]);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(calls.map(({ method }) => method)).toEqual(["POST", "POST", "GET", "GET"]);
    expect(calls[1]?.body).toEqual(calls[0]?.body);
  });

  test("a tab that wakes up does not wait for headers that never come", async () => {
    const listeners = new Set<() => void>();
    const wakeUps: WakeUps = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const { transport, calls } = await serve(
      (call, response, count) => (count > 0 ? sendRest(call, response) : undefined),
      {
        wakeUps,
        timing: { ...TIMING, idleMs: 60_000 },
      },
    );
    const sending = send(transport);
    await until(() => calls.length === 1);
    const startedAt = performance.now();
    await until(() => performance.now() - startedAt > TIMING.doubtMs + 10);
    for (const listener of [...listeners]) listener();
    expect(await collect(await sending)).toEqual(ANSWER);
    expect(listeners.size).toBe(0);
  });

  test("a connection that is cut again and again after its first bytes is tried less and less often", async () => {
    const states: ConnectionState[] = [];
    const { transport } = await serve(
      (call, response, count) => {
        if (count > 5) return sendRest(call, response);
        openStream(response);
        response.end(": open\n\n");
      },
      { onConnection: (state) => states.push(state) },
    );
    expect(await collect(await send(transport))).toEqual(ANSWER);
    const attempts = states.flatMap((state) => (state.phase === "reconnecting" ? [state.attempts] : []));
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("a busy server is left alone for as long as it asks", async () => {
    const asked: number[] = [];
    const { transport } = await serve((call, response, count) => {
      asked.push(performance.now());
      if (count === 0) {
        openStream(response);
        response.end(framesAfter(0)[0]);
      } else if (count === 1) response.writeHead(503, { "retry-after": "1" }).end();
      else sendRest(call, response);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect((asked[2] ?? 0) - (asked[1] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test("the place in the queue is told while it lasts; nothing else without a number is taken", async () => {
    const places: (number | null)[] = [];
    const { transport } = await serve(
      (_call, response) => {
        openStream(response);
        const place = (ahead: unknown) => ({ type: "data-queue", data: { ahead }, transient: true });
        for (const chunk of [place(2), place(0), place("many"), { type: "data-hologram" }, ANSWER[0]])
          response.write(`data: ${JSON.stringify(chunk)}\n\n`);
        response.write("data: {not json\n\n");
        response.end(framesAfter(0).join(""));
      },
      { onQueue: (ahead) => places.push(ahead) },
    );
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(places.slice(0, 3)).toEqual([2, 0, null]);
    expect(new Set(places.slice(2))).toEqual(new Set([null]));
  });

  test("R17: kinds of chunks that a newer server invents are passed over", async () => {
    const { transport } = await serve((_call, response) => {
      openStream(response);
      response.write(framesAfter(0)[0]);
      response.write(frame(2, { type: "hologram", beam: 1 }));
      response.end(frame(3, { type: "finish" }));
    });
    const chunks = await collect(await send(transport));
    expect(chunks.map((chunk) => chunk.type)).toEqual(["start", "message-metadata", "finish"]);
  });
});

describe("refusals", () => {
  const body = { error: { code: "rate_limited", message: "Wait a minute, please.", requestId: "r1" } };

  test("before the stream become an error with the server's words", async () => {
    const { transport, calls } = await serve((_call, response) => {
      response.writeHead(429, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await expect(send(transport)).rejects.toMatchObject({ message: "Wait a minute, please.", status: 429 });
    expect(calls).toHaveLength(1);
  });

  test("never show a page that is not ours", async () => {
    const { transport } = await serve((_call, response) => {
      response.writeHead(502).end("<html>nginx</html>");
    });
    await expect(send(transport)).rejects.toThrow("The server could not be reached. Please try again.");
  });

  test("say how long the server wants to be left alone", async () => {
    const { transport } = await serve((_call, response) => {
      response.writeHead(429, { "retry-after": "12" }).end(JSON.stringify(body));
    });
    await expect(send(transport)).rejects.toMatchObject({ status: 429, retryAfterMs: 12_000 });
  });

  test("of a proxy that finds no server are waited out", async () => {
    const { transport, calls } = await serve((call, response, count) => {
      if (count < 2) return void response.writeHead(502).end("<html>nginx</html>");
      sendRest(call, response);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(calls[2]?.body).toEqual(calls[0]?.body);
  });

  test("while reconnecting end the stream when they are final", async () => {
    const { transport } = await serve((_call, response, count) => {
      if (count > 0) return void response.writeHead(404).end();
      openStream(response);
      response.end(framesAfter(0)[0]);
    });
    const stream = await send(transport);
    await expect(collect(stream)).rejects.toMatchObject({ status: 404 });
  });

  test("a question whose request was lost in the network is sent again with the same id", async () => {
    const { transport, calls } = await serve((call, response, count) => {
      if (count < 2) return void response.destroy();
      sendRest(call, response);
    });
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(calls.map((call) => call.body)).toEqual([calls[0]?.body, calls[0]?.body, calls[0]?.body]);
  });
});

describe("ends", () => {
  test.each([
    [{ type: "abort" } as const, { status: "stopped" }],
    [
      { type: "error", errorText: "The model did not answer." } as const,
      { status: "failed", endedBecause: "The model did not answer." },
    ],
  ])("%o is written into the message as well", async (chunk, messageMetadata) => {
    const { transport } = await serve((_call, response) => {
      openStream(response);
      response.end(`${framesAfter(0)[0]}${frame(2, chunk)}`);
    });
    const chunks = await collect(await send(transport));
    expect(chunks.slice(1)).toEqual([{ type: "message-metadata", messageMetadata }, chunk]);
  });

  test("closing the page's connection tells the server nothing", async () => {
    const page = new AbortController();
    const { transport, calls } = await serve((_call, response) => {
      openStream(response);
      response.write(framesAfter(0)[0]);
    });
    const stream = await send(transport, page.signal);
    await until(() => transport.progress?.seenSeq === 1);
    page.abort();
    expect(await collect(stream)).toEqual(ANSWER.slice(0, 1));
    expect(calls).toHaveLength(1);
  });
});

describe("stop", () => {
  test("freezes at once, says what was seen, and tries until the server has it", async () => {
    const { transport, calls } = await serve((call, response) => {
      const stops = calls.filter((other) => other.url.pathname.endsWith("/stop"));
      if (call.url.pathname.endsWith("/stop"))
        return void response.writeHead(stops.length < 3 ? 503 : 202).end();
      openStream(response);
      for (const text of framesAfter(0).slice(0, 4)) response.write(text);
    });
    const stream = await send(transport);
    await until(() => transport.progress?.seenSeq === 4);
    expect(await transport.stop()).toBe(true);
    const shown = await collect(stream);
    expect(shown).toEqual([
      ...ANSWER.slice(0, 4),
      { type: "message-metadata", messageMetadata: { status: "stopped" } },
    ]);
    expect(calls.slice(1).map((call) => call.body)).toEqual(Array(3).fill({ runId: RUN, seenSeq: 4 }));
  });

  test("before the server has answered: nothing is shown, the run is stopped once it is known", async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const late: string[] = [];
    const { transport, calls } = await serve(
      async (call, response) => {
        if (call.url.pathname.endsWith("/stop")) return void response.writeHead(202).end();
        await held;
        sendRest(call, response);
      },
      { onLateAnswerId: (id) => late.push(id) },
    );
    const sending = send(transport);
    await until(() => calls.length === 1);
    const stopping = transport.stop();
    expect(await collect(await sending)).toEqual([
      { type: "message-metadata", messageMetadata: { status: "stopped" } },
    ]);
    letGo();
    expect(await stopping).toBe(true);
    expect(calls[1]?.body).toEqual({ runId: RUN, seenSeq: 0 });
    await until(() => late.length > 0);
    expect(late).toEqual(["0190a000-0000-7000-8000-000000000004"]);
  });

  test("the next question waits until the stopped run has ended", async () => {
    const order: string[] = [];
    let endRun: () => void = () => undefined;
    const { transport } = await serve((call, response) => {
      if (call.url.pathname.endsWith("/stop")) {
        order.push("told");
        setTimeout(() => endRun(), 30);
        return void response.writeHead(202).end();
      }
      order.push("asked");
      if (order.length > 1) return sendRest(call, response);
      openStream(response);
      response.write(framesAfter(0)[0]);
      endRun = () => {
        order.push("ended");
        response.end(frame(2, { type: "abort" }));
      };
    });
    await send(transport);
    await until(() => transport.progress?.seenSeq === 1);
    void transport.stop();
    expect(await collect(await send(transport))).toEqual(ANSWER);
    expect(order).toEqual(["asked", "told", "ended", "asked"]);
  });

  test("the next question is sent in the end, even if the stopped run never says that it has ended", async () => {
    const { transport, calls } = await serve((call, response) => {
      if (call.url.pathname.endsWith("/stop")) return void response.writeHead(202).end();
      if (calls.length > 1) return sendRest(call, response);
      openStream(response);
      response.write(framesAfter(0)[0]);
    });
    await send(transport);
    await until(() => transport.progress?.seenSeq === 1);
    void transport.stop();
    const sending = send(transport);
    expect(await collect(await sending)).toEqual(ANSWER);
  });
});

describe("opening a conversation", () => {
  test("stop before anything of it is back keeps what was shown before the reload", async () => {
    let letGo: () => void = () => undefined;
    const { transport, calls } = await serve((call, response) => {
      if (call.url.pathname.endsWith("/stop")) {
        response.writeHead(200).end("{}");
        return letGo();
      }
      openStream(response);
      letGo = () => {
        for (const text of framesAfter(0).slice(0, 4)) response.write(text);
        response.end(frame(5, { type: "abort" }));
      };
    });
    const stream = await transport.reconnectToStream({ chatId: CHAT, body: { runId: RUN } });
    await until(() => calls.length === 1);
    expect(await transport.stop()).toBe(true);
    expect(calls[1]?.body).toEqual({ runId: RUN });
    expect(stream && (await collect(stream)).slice(0, 4)).toEqual(ANSWER.slice(0, 4));
  });

  test("replays the run that is being written from its first chunk", async () => {
    const { transport, calls } = await serve(sendRest);
    const stream = await transport.reconnectToStream({ chatId: CHAT, body: { runId: RUN } });
    expect(stream && (await collect(stream))).toEqual(ANSWER);
    expect(calls[0]?.url.search).toBe(`?after=0&run=${RUN}`);
  });

  test("resumes nothing when no run is active", async () => {
    const { transport } = await serve((_call, response) => void response.writeHead(204).end());
    expect(await transport.reconnectToStream({ chatId: CHAT })).toBeNull();
  });

  test("waits for the network when a run is known to be active", async () => {
    const { transport } = await serve((call, response, count) => {
      if (count < 3) return void response.destroy();
      sendRest(call, response);
    });
    const stream = await transport.reconnectToStream({ chatId: CHAT, body: { runId: RUN } });
    expect(stream && (await collect(stream))).toEqual(ANSWER);
  });

  test("a run whose log is gone ends with an error that says so", async () => {
    const { transport } = await serve((_call, response) => void response.writeHead(204).end());
    const stream = await transport.reconnectToStream({ chatId: CHAT, body: { runId: RUN } });
    if (!stream) throw new Error("expected a stream");
    await expect(collect(stream)).rejects.toMatchObject({ name: "RunGoneError" });
  });
});

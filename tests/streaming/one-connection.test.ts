import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChatSession } from "../../components/chat/chat-session";

const RUN = "0190a000-0000-7000-8000-000000000002";
const CHATS = ["0190a000-0000-7000-8000-000000000011", "0190a000-0000-7000-8000-000000000012"] as const;

type Open = { path: string; response: ServerResponse };
let server: Server;
let open: Open[];

/** A server that answers every request with a stream that the test writes. */
beforeEach(async () => {
  open = [];
  server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "x-run-id": RUN });
    response.flushHeaders();
    open.push({ path: String(request.url), response });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
  const realFetch = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => realFetch(new URL(input, base), init));
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const session = (id: string) =>
  new ChatSession(id, [], {
    onAccepted: () => undefined,
    onEnded: () => undefined,
    onReload: async () => undefined,
    onShow: () => new Promise(() => undefined),
    onRate: () => new Promise(() => undefined),
  });

const until = (isTrue: () => boolean) => vi.waitFor(() => expect(isTrue()).toBe(true), { timeout: 10_000 });

const frame = (seq: number, chunk: object) => `id: ${seq}\ndata: ${JSON.stringify(chunk)}\n\n`;
const begin = (messageId: string) =>
  frame(1, { type: "start", messageId }) +
  frame(2, { type: "start-step" }) +
  frame(3, { type: "text-start", id: "t" });
const delta = (seq: number, text: string) => frame(seq, { type: "text-delta", id: "t", delta: text });
const end = (seq: number) =>
  frame(seq, { type: "text-end", id: "t" }) +
  frame(seq + 1, { type: "finish-step" }) +
  frame(seq + 2, { type: "finish" }) +
  "data: [DONE]\n\n";

const textOf = ({ chat }: ChatSession) =>
  (chat.lastMessage?.parts ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");

it("R12: a tab has one connection for a run, however many parts of the page ask for it", async () => {
  const one = session(CHATS[0]);
  const asked = Array.from({ length: 20 }, () => one.resume(RUN));
  await until(() => open.length > 0);
  open[0]?.response.end(begin(CHATS[1]) + delta(4, "once") + end(5));
  await Promise.all(asked);
  await one.resume(RUN);
  expect(open.map(({ path }) => path)).toHaveLength(1);
  expect(textOf(one)).toBe("once");
});

it("R12: answers of two conversations are written at a time, each into its own", async () => {
  const [one, other] = CHATS.map(session) as [ChatSession, ChatSession];
  const reading = Promise.all([one.resume(RUN), other.resume(RUN)]);
  await until(() => open.length === 2);
  const responseOf = (id: string) => open.find(({ path }) => path.includes(id))?.response;
  const [first, second] = [responseOf(CHATS[0]), responseOf(CHATS[1])];
  first?.write(begin(CHATS[0]));
  second?.write(begin(CHATS[1]));
  for (let seq = 4; seq < 14; seq += 1) {
    first?.write(delta(seq, "a"));
    second?.write(delta(seq, "b"));
  }
  first?.end(end(14));
  second?.end(end(14));
  await reading;
  expect([textOf(one), textOf(other)]).toEqual(["a".repeat(10), "b".repeat(10)]);
});

import { v7 as newId } from "uuid";
import { signUp } from "../../lib/account/sign-up";
import { forgetConversation } from "../../lib/chat/forget-conversation";
import { type Analyst, generateAnswer, type Question } from "../../lib/chat/generate-answer";
import { RUN_TIMING, type RunTiming } from "../../lib/chat/run-timing";
import type { StreamChunk } from "../../lib/contract/stream-chunk";
import { AppError } from "../../lib/errors";
import { type Consumers, startConsumers } from "../../lib/queue/start-consumers";
import { chatRoutes } from "../../lib/web/chat-routes";
import { routeFor } from "../../lib/web/route";
import { restOf } from "./rest-of-script";

/** What a scripted analyst does: chunks, and whatever has to be waited for between them. */
export type Script = (question: Question) => AsyncIterable<StreamChunk>;

export const quickTiming: RunTiming = {
  ...RUN_TIMING,
  coalesceMs: 5,
  saveEveryMs: 60,
  heartbeatMs: 100,
  idleMs: 10_000,
  logPatienceMs: 2_000,
};

/** Says what the script says; of an answer that an earlier attempt has begun, the rest. */
export const scripted = (script: Script): Analyst => ({
  answer: (question) =>
    question.unfinished === undefined ? script(question) : restOf(script(question), question.unfinished),
  modelLabel: () => "Scripted",
});

/** A real BullMQ worker in this process whose analyst is `script`. */
export function startScriptedWorker(script: Script, timing: RunTiming = quickTiming): Promise<Consumers> {
  return startConsumers({
    "answer.generate": ({ runId }, signal) => generateAnswer(runId, signal, scripted(script), timing),
    "bank.sync": async () => undefined,
    "bank.news": async () => undefined,
    "bank.endLink": async () => undefined,
    "insights.refresh": async () => undefined,
    "digest.write": async () => undefined,
    "account.delete": async () => undefined,
    "conversation.forget": ({ conversationId }) => forgetConversation(conversationId),
  });
}

/** Scripts by the text of the question, so that one worker serves the tests of a file. */
export function scriptBook(): { play: Script; when: (text: string, script: Script) => void } {
  const scripts = new Map<string, Script>();
  return {
    when: (text, script) => scripts.set(text, script),
    play: (question) => {
      const part = question.messages.at(-1)?.parts[0];
      const text = part?.type === "text" ? part.text : "";
      const script = scripts.get(text);
      if (script === undefined) throw new Error(`No script for "${text}".`);
      return script(question);
    },
  };
}

/** A door that a script waits at until the test opens it. */
export function door(): { open: () => void; reached: Promise<void>; wait: () => Promise<void> } {
  let open: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    open,
    reached,
    wait: () => {
      arrive();
      return opened;
    },
  };
}

export async function newPerson(): Promise<{ id: string; email: string }> {
  const email = `${newId()}@example.com`;
  const { userId } = await signUp({
    name: "Robin",
    email,
    password: "correct horse battery",
    timeZone: "UTC",
  });
  return { id: userId, email };
}

/** The route handlers as they are, except that a header says who asks. */
export const routes = chatRoutes(
  routeFor(async (request) => {
    const id = request.headers.get("x-test-user");
    if (id === null) throw new AppError("unauthenticated", "Sign in.");
    return { id, name: "Robin", email: "robin@example.com", timeZone: "UTC", isDemo: false };
  }) as Parameters<typeof chatRoutes>[0],
);

const BASE = "http://localhost:3000";

export function post(userId: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const request = new Request(`${BASE}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-test-user": userId },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
  return routes.send(request, { params: Promise.resolve({}) });
}

export function resume(
  userId: string,
  conversationId: string,
  options: { after?: number | string; run?: string; lastEventId?: string; signal?: AbortSignal } = {},
): Promise<Response> {
  const query = new URLSearchParams();
  if (options.after !== undefined) query.set("after", String(options.after));
  if (options.run !== undefined) query.set("run", options.run);
  const headers = new Headers({ "x-test-user": userId });
  if (options.lastEventId !== undefined) headers.set("last-event-id", options.lastEventId);
  const request = new Request(`${BASE}/api/chat/${conversationId}/stream?${query}`, {
    headers,
    ...(options.signal && { signal: options.signal }),
  });
  return routes.resume(request, { params: Promise.resolve({ conversationId }) });
}

export function stop(userId: string, conversationId: string, body: object = {}): Promise<Response> {
  const request = new Request(`${BASE}/api/chat/${conversationId}/stop`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-test-user": userId },
    body: JSON.stringify(body),
  });
  return routes.stop(request, { params: Promise.resolve({ conversationId }) });
}

export const question = (text = "How much did I spend on groceries?", conversationId: string = newId()) => ({
  trigger: "submit-message" as const,
  id: conversationId,
  message: { id: newId() as string, role: "user" as const, parts: [{ type: "text" as const, text }] },
});

export type SseEvent = { id: number | null; data: string };

/** The events of a stream as they come; comments are left out. */
export async function* sseEvents(response: Response): AsyncGenerator<SseEvent> {
  if (response.body === null) return;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    const frames = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const fields = frame.split("\n").filter((line) => !line.startsWith(":"));
      if (fields.length === 0) continue;
      const id = fields.find((line) => line.startsWith("id: "));
      const data = fields.find((line) => line.startsWith("data: "))?.slice(6) ?? "";
      yield { id: id === undefined ? null : Number(id.slice(4)), data };
    }
  }
}

export async function readAll(response: Response): Promise<SseEvent[]> {
  const events: SseEvent[] = [];
  for await (const event of sseEvents(response)) events.push(event);
  return events;
}

export const chunksIn = (events: SseEvent[]): StreamChunk[] =>
  events.filter(({ data }) => data !== "[DONE]").map(({ data }) => JSON.parse(data) as StreamChunk);

export const textIn = (chunks: StreamChunk[]): string =>
  chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");

/** Waits for something that will become true, without a fixed pause. */
export async function until<Value>(
  ask: () => Promise<Value> | Value,
  isEnough: (value: Value) => boolean = Boolean,
  timeoutMs = 15_000,
): Promise<Value> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (isEnough(value)) return value;
    if (performance.now() > deadline)
      throw new Error(`Waited ${timeoutMs} ms in vain, last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Chunks of one step that says `words`, one delta each, with a pause before each that the test decides. */
export async function* saying(
  words: string[],
  before: (index: number) => Promise<void> = async () => undefined,
) {
  yield { type: "start-step" } as const;
  yield { type: "text-start", id: "t1" } as const;
  for (const [index, delta] of words.entries()) {
    await before(index);
    yield { type: "text-delta", id: "t1", delta } as const;
  }
  yield { type: "text-end", id: "t1" } as const;
  yield { type: "finish-step" } as const;
}

export const lookingUp = (toolCallId: string): StreamChunk[] => [
  { type: "start-step" },
  {
    type: "tool-input-available",
    toolCallId,
    toolName: "summarise_spending",
    input: { category: "groceries" },
    dynamic: true,
  },
  { type: "tool-output-available", toolCallId, output: { kind: "spending", totals: [] }, dynamic: true },
  { type: "finish-step" },
];

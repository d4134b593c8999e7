import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadConversation } from "../../lib/chat/load-conversation";
import type { StreamChunk } from "../../lib/contract/stream-chunk";
import {
  chunksIn,
  door,
  newPerson,
  question,
  readAll,
  type SseEvent,
  sseEvents,
  textIn,
  until,
} from "../support/chat-harness";
import {
  type ChatRequest,
  questionIn,
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../support/scripted-model-server";
import { type Processes, startProcesses } from "./processes";
import { type RoundRobin, startRoundRobin } from "./round-robin";

/** Words, none of which is a number that the check of numbers would doubt. */
const piecesFor = (asked: string) =>
  Array.from({ length: 60 }, (_, index) => `${index === 0 ? "" : " "}${asked}w${index}`);
const textFor = (asked: string) => piecesFor(asked).join("");

/** The first request about a question gets ten pieces and waits here, so that its worker is lost in the middle. */
const gates = new Map<string, ReturnType<typeof door>>();
function gateOf(asked: string) {
  const gate = gates.get(asked) ?? door();
  gates.set(asked, gate);
  return gate;
}

/** Looks something up first, then says a text of its own for each question; going on, it repeats its last words. */
const turn = (request: ChatRequest) =>
  request.messages.some(({ role }) => role === "tool")
    ? ({
        kind: "text",
        pieces: piecesFor(questionIn(request)),
        pieceMilliseconds: 20,
        repeatedCharacters: 20,
        hold: { afterPieces: 10, until: gateOf(questionIn(request)).wait() },
      } as const)
    : ({ kind: "tool-calls", calls: [{ name: "get_accounts", args: {} }] } as const);

let model: ScriptedModelServer;
let processes: Processes;
let proxy: RoundRobin;
beforeAll(async () => {
  model = await startScriptedModelServer([{ kind: "by-request", turn }]);
  processes = await startProcesses(
    { webs: 2, workers: 3 },
    { OPENAI_BASE_URL: model.url, WORKER_GRACE_SECONDS: "0" },
  );
  proxy = await startRoundRobin(processes.webPorts);
}, 300_000);
afterEach(() => processes.refill(), 300_000);
afterAll(async () => {
  await proxy?.stop();
  await processes?.stop();
  await model?.stop();
});

function call(userId: string, path: string, options: RequestInit = {}): Promise<Response> {
  const headers = { "content-type": "application/json", "x-test-user": userId, ...options.headers };
  return fetch(`${proxy.url}/api/chat${path}`, { ...options, headers });
}

async function ask(text: string) {
  const { id: userId } = await newPerson();
  const asked = question(text);
  const response = await call(userId, "", { method: "POST", body: JSON.stringify(asked) });
  return { userId, conversationId: asked.id, response, text };
}

/** Reads along, and says when the answer has come to this point. */
function readAlong(response: Response, point: string) {
  const events: SseEvent[] = [];
  const whole = (async () => {
    for await (const event of sseEvents(response)) {
      events.push(event);
    }
    return events;
  })();
  const shown = () => until(() => textIn(chunksIn(events)).includes(point), Boolean, 60_000);
  return { whole, shown };
}

/** Which worker had the latest word with the model about this question. */
function workerOf(asked: string): string {
  const request = model.requests.findLast(({ body }) => questionIn(body) === asked);
  return String(request?.headers.authorization).replace("Bearer ", "");
}

/** One start, one look-up, one text, and nothing but the end of a whole answer. */
function expectUnbroken(chunks: StreamChunk[], asked: string): void {
  expect(textIn(chunks)).toBe(textFor(asked));
  const others = chunks.filter(({ type }) => type !== "text-delta").map(({ type }) => type);
  expect(others).toEqual([
    ...["start", "start-step", "tool-input-available", "tool-output-available", "finish-step"],
    ...["start-step", "text-start", "text-end", "finish-step", "data-grounding", "finish"],
  ]);
}

async function expectStored(userId: string, conversationId: string, asked: string): Promise<void> {
  const { messages } = await loadConversation(userId, conversationId);
  expect(messages).toHaveLength(2);
  expect(messages[1]).toMatchObject({ metadata: { status: "completed" } });
  expect(messages[1]?.parts.findLast(({ type }) => type === "text")).toMatchObject({
    text: textFor(asked),
  });
}

describe("two web processes and three workers behind a round-robin proxy", () => {
  it("post to one, resume from the other, stop from a third tab", async () => {
    const { userId, conversationId, response, text } = await ask("alpha");
    const first = readAlong(response, "alphaw3");
    await first.shown();
    const resumed = await call(userId, `/${conversationId}/stream`, { headers: { "last-event-id": "7" } });
    expect(resumed.headers.get("x-served-by")).not.toBe(response.headers.get("x-served-by"));
    const second = readAlong(resumed, "alphaw9");
    await second.shown();
    const stopped = await call(userId, `/${conversationId}/stop`, { method: "POST", body: "{}" });
    expect(stopped.status).toBe(200);
    const [one, other] = [await first.whole, await second.whole];
    expect(other.map(({ id }) => id)).toEqual(one.slice(7).map(({ id }) => id));
    expect(chunksIn(other).at(-1)?.type).toBe("abort");
    expect(textFor(text).startsWith(textIn(chunksIn(one)))).toBe(true);
    await until(() => model.requests.findLast(({ body }) => questionIn(body) === text)?.closedByClientAt);
  });

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "%s to a worker: its answers go on without a visible break",
    async (signal) => {
      const names = [1, 2, 3, 4].map((number) => `${signal}${number}`);
      const asked = await Promise.all(names.map(ask));
      const reading = asked.map(({ response, text }) => readAlong(response, `${text}w9`));
      await Promise.all(reading.map(({ shown }) => shown()));
      const victim = workerOf(names[0] ?? "");
      processes.worker(victim).kill(signal);
      for (const name of names) if (workerOf(name) !== victim) gateOf(name).open();
      for (const [index, { userId, conversationId, text }] of asked.entries()) {
        expectUnbroken(chunksIn((await reading[index]?.whole) ?? []), text);
        await expectStored(userId, conversationId, text);
      }
      expect(workerOf(names[0] ?? "")).not.toBe(victim);
    },
  );

  it("a frozen worker that wakes up after another one has gone on falls silent", async () => {
    const { userId, conversationId, response, text } = await ask("frozen");
    const reading = readAlong(response, "frozenw9");
    await reading.shown();
    const frozen = processes.worker(workerOf(text));
    const request = model.requests.findLast(({ body }) => questionIn(body) === text);
    frozen.kill("SIGSTOP");
    await until(
      () => workerOf(text) !== String(request?.headers.authorization).replace("Bearer ", ""),
      Boolean,
      60_000,
    );
    frozen.kill("SIGCONT");
    gateOf(text).open();
    expectUnbroken(chunksIn(await reading.whole), text);
    await expectStored(userId, conversationId, text);
    // It still takes questions: nothing of this has brought it down.
    expect(frozen.exitCode).toBeNull();
    const again = await readAll(
      await call(userId, `/${conversationId}/stream?after=0&run=${response.headers.get("x-run-id")}`),
    );
    expectUnbroken(chunksIn(again), text);
  });
});

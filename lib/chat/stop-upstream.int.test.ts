import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  readAll,
  resume,
  type SseEvent,
  sseEvents,
  startScriptedWorker,
  stop,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { buildAgent } from "../agent/agent";
import { answerWith } from "../agent/answer-with";
import { remoteModel } from "../agent/remote-model";
import { database } from "../db/client";
import { claimRun, findRun } from "../db/queries/runs";
import type { Consumers } from "../queue/start-consumers";
import { loadConversation } from "./load-conversation";

// One answer at a time, so that another one waits in the queue.
process.env.WORKER_CONCURRENCY = "1";

let model: ScriptedModelServer;
let worker: Consumers;
/** Where the tool that reads accounts waits, when a test wants it to. */
let tool: ReturnType<typeof door> | undefined;
const ledger = householdWithTraps();
const slowLedger: typeof ledger = {
  ...ledger,
  accounts: async () => {
    await tool?.wait();
    return ledger.accounts();
  },
};

const startWorker = async () => {
  const agent = buildAgent(remoteModel({ model: "scripted-model", apiKey: "key", baseUrl: model.url }));
  worker = await startScriptedWorker(({ messages, signal }) =>
    answerWith(agent, { messages, signal, ledger: slowLedger, person: { name: "Dana" } }),
  );
};
beforeAll(async () => {
  model = await startScriptedModelServer();
  await startWorker();
});
afterAll(async () => {
  await worker.close(1_000);
  await model.stop();
});

async function ask(text = "How much is in my accounts?") {
  const person = await newPerson();
  const asked = question(text);
  const response = await post(person.id, asked);
  const seen: SseEvent[] = [];
  const whole = (async () => {
    for await (const event of sseEvents(response)) seen.push(event);
    return chunksIn(seen);
  })();
  return { person, asked, runId: response.headers.get("x-run-id") ?? "", seen, whole };
}
type Asked = Awaited<ReturnType<typeof ask>>;

const asksOfModel = (count: number) =>
  until(
    () => model.requests.length,
    (requests) => requests === count,
  );

/** Stops, and waits until the model sees its connection closed and the run has ended. @returns the model's wait in ms */
async function stopAndSee({ person, asked, whole }: Asked, body: object = {}): Promise<number> {
  const request = model.requests.at(-1);
  const before = performance.now();
  await stop(person.id, asked.id, body);
  const closedAt = await until(() => request?.closedByClientAt);
  expect((await whole).at(-1)).toMatchObject({ type: "abort" });
  return (closedAt ?? before) - before;
}

const tell = (annotate: TestContext["annotate"], ms: number) =>
  annotate(`the model saw its connection closed ${Math.round(ms)} ms after the wish to stop`);

async function expectStopped({ person, asked, runId }: Asked, text: string) {
  for (const _ of ["at once", "after a reload"]) {
    const { messages } = await loadConversation(person.id, asked.id);
    expect(messages[1]?.metadata?.status).toBe("stopped");
    const parts = messages[1]?.parts ?? [];
    expect(parts.map((part) => (part.type === "text" ? part.text : "")).join("")).toBe(text);
    const replay = chunksIn(await readAll(await resume(person.id, asked.id, { run: runId })));
    expect(textIn(replay)).toBe(text);
  }
}

describe("a stop closes the connection to the model", () => {
  it.each([false, true])("before the first word (headers sent: %s)", async (afterHeaders) => {
    model.script([{ kind: "silence", afterHeaders }]);
    const asked = await ask();
    await asksOfModel(1);
    await stopAndSee(asked);
    await expectStopped(asked, "");
    expect(model.requests).toHaveLength(1);
  });

  it("while it writes, and keeps what was seen", async ({ annotate }) => {
    model.script([{ kind: "text", pieces: Array(2_000).fill("word "), pieceMilliseconds: 15 }]);
    const asked = await ask();
    await until(() => asked.seen.filter(({ data }) => data.includes("text-delta")).length > 3);
    const seenSeq = asked.seen.filter(({ data }) => data.includes("text-delta"))[1]?.id ?? 0;
    const seen = textIn(chunksIn(asked.seen.filter(({ id }) => id !== null && id <= seenSeq)));
    await tell(annotate, await stopAndSee(asked, { runId: asked.runId, seenSeq }));
    await expectStopped(asked, seen);
    expect(model.requests).toHaveLength(1);
  });

  it("in its second attempt, after a worker that was lost", async ({ annotate }) => {
    await worker.close(1_000);
    model.script([{ kind: "silence", afterHeaders: true }]);
    const asked = await ask();
    await claimRun(database(), asked.runId);
    await startWorker();
    await asksOfModel(1);
    expect((await findRun(database(), asked.runId))?.attempt).toBe(2);
    await tell(annotate, await stopAndSee(asked));
    await expectStopped(asked, "");
  });
});

describe("a stop while the model is not at it", () => {
  it("in a slow tool: it is not asked again", async () => {
    tool = door();
    model.script([
      { kind: "tool-calls", calls: [{ name: "get_accounts", args: {} }], text: "Looking. " },
      { kind: "text", pieces: ["Never said."] },
    ]);
    const asked = await ask();
    await tool.reached;
    await stop(asked.person.id, asked.asked.id);
    const chunks = await asked.whole;
    expect(chunks.at(-1)).toMatchObject({ type: "abort" });
    expect(chunks).toContainEqual(expect.objectContaining({ type: "tool-output-error" }));
    tool.open();
    tool = undefined;
    await settled();
    await expectStopped(asked, "Looking. ");
    expect(model.requests).toHaveLength(1);
  });

  it("between two tries: it is not tried again", async () => {
    model.script([
      { kind: "status", status: 429, headers: { "retry-after": "1" } },
      { kind: "text", pieces: ["Never said."] },
    ]);
    const asked = await ask();
    await asksOfModel(1);
    await stop(asked.person.id, asked.asked.id);
    expect((await asked.whole).at(-1)).toMatchObject({ type: "abort" });
    await settled(1_500);
    await expectStopped(asked, "");
    expect(model.requests).toHaveLength(1);
  });

  it("in the queue: it is never asked, and what runs goes on", async () => {
    model.script([{ kind: "silence", afterHeaders: true }]);
    const running = await ask();
    await asksOfModel(1);
    const waiting = await ask();
    const answer = await stop(waiting.person.id, waiting.asked.id);
    expect(await answer.json()).toMatchObject({ status: "stopped" });
    expect((await waiting.whole).map(({ type }) => type).at(-1)).toBe("abort");
    expect(model.requests[0]?.closedByClientAt).toBeUndefined();
    await stopAndSee(running);
    await expectStopped(waiting, "");
    expect(model.requests).toHaveLength(1);
  });
});

/** Time for what must not happen. */
const settled = (ms = 300) => new Promise((resolve) => setTimeout(resolve, ms));

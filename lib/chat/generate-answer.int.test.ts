import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  quickTiming,
  readAll,
  resume,
  saying,
  scriptBook,
  scripted,
  startScriptedWorker,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { findRun } from "../db/queries/runs";
import { listPrompts } from "../documents/context-documents";
import { findMessage } from "../documents/messages";
import { AppError } from "../errors";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { headKey, logKey } from "../stream/run-keys";
import { acceptMessage } from "./accept-message";
import { generateAnswer } from "./generate-answer";
import { loadConversation } from "./load-conversation";

const book = scriptBook();
const idle = new AbortController().signal;

describe("an answer that goes wrong", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play, { ...quickTiming, idleMs: 400 });
  });
  afterAll(() => worker.close(1_000));

  async function ask(text: string) {
    const person = await newPerson();
    const asked = question(text);
    const response = await post(person.id, asked);
    const chunks = chunksIn(await readAll(response));
    const view = await loadConversation(person.id, asked.id);
    const run = await findRun(database(), response.headers.get("x-run-id") ?? "");
    return { chunks, answer: view.messages[1], run };
  }

  it("says why in the words of our own error, and keeps what was written", async () => {
    book.when("limit", async function* () {
      yield* saying(["so far"]);
      throw new AppError("rate_limited", "The model is busy. Try again in a minute.");
    });
    const { chunks, answer, run } = await ask("limit");
    expect(chunks.at(-1)).toEqual({ type: "error", errorText: "The model is busy. Try again in a minute." });
    expect(answer).toMatchObject({
      metadata: { status: "failed", endedBecause: "The model is busy. Try again in a minute." },
      parts: [{ type: "step-start" }, { type: "text", text: "so far" }],
    });
    expect(run).toMatchObject({ status: "failed", errorCode: "rate_limited" });
  });

  it("never shows a raw error", async () => {
    book.when("raw", async function* () {
      yield { type: "start-step" };
      throw new TypeError("connect ECONNREFUSED 10.0.0.1 key=sk-secret");
    });
    const { chunks, answer } = await ask("raw");
    expect(JSON.stringify([chunks, answer])).not.toMatch(/ECONN|sk-secret/);
    expect(chunks.at(-1)?.type).toBe("error");
  });

  it("ends when the model falls silent, and not before", async () => {
    book.when("slow", () =>
      saying(["a", "b", "c"], () => new Promise((resolve) => setTimeout(resolve, 200))),
    );
    expect((await ask("slow")).answer?.metadata?.status).toBe("completed");
    book.when("mute", () =>
      saying(["a", "b"], (index) => (index === 1 ? new Promise(() => undefined) : Promise.resolve())),
    );
    const { chunks, answer } = await ask("mute");
    expect(textIn(chunks)).toBe("a");
    expect(answer?.metadata).toMatchObject({
      status: "failed",
      endedBecause: expect.stringContaining("stopped answering"),
    });
  });

  it("ends as failed when the analyst breaks the grammar of chunks", async () => {
    book.when("broken", async function* () {
      yield { type: "start-step" };
      yield { type: "text-delta", id: "nowhere", delta: "x" };
    });
    const { chunks, run } = await ask("broken");
    expect(run?.status).toBe("failed");
    expect(chunks.map(({ type }) => type)).toEqual([
      "start",
      "start-step",
      "finish-step",
      "message-metadata",
      "error",
    ]);
  });
});

describe("an attempt", () => {
  async function accepted(text = "q") {
    const person = await newPerson();
    const asked = question(text);
    const { run } = await acceptMessage(person.id, asked);
    return { person, asked, run };
  }

  it("stores the answer on its way with the number it covers, and what the model was sent", async () => {
    const { run } = await accepted();
    const gate = door();
    const working = generateAnswer(
      run.id,
      idle,
      scripted(({ onPrompt }) => {
        onPrompt([{ role: "user", content: "q" }]);
        return saying(["one ", "two"], (index) => (index === 1 ? gate.wait() : Promise.resolve()));
      }),
      quickTiming,
    );
    const partial = await until(() => findMessage(run.assistantMessageId));
    expect(partial).toMatchObject({ seq: 4, attempt: 1, metadata: { status: "running" } });
    expect(partial?.parts[1]).toMatchObject({ text: "one ", state: "streaming" });
    gate.open();
    await working;
    expect(await findMessage(run.assistantMessageId)).toMatchObject({ metadata: { status: "completed" } });
    const [prompt] = await until(
      () => listPrompts(run.id),
      (prompts) => prompts.length > 0,
    );
    expect(prompt?.content).toEqual([{ role: "user", content: "q" }]);
  });

  it("that was overtaken writes nothing more, anywhere", async () => {
    const { person, asked, run } = await accepted();
    const gate = door();
    const first = generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["", "ghost"], gate.wait)),
      {
        ...quickTiming,
        heartbeatMs: 60_000,
      },
    );
    await gate.reached;
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["the answer"])),
      quickTiming,
    );
    gate.open();
    await first;
    const events = await readAll(await resume(person.id, asked.id, { run: run.id }));
    expect(textIn(chunksIn(events))).toBe("the answer");
    expect(await findRun(database(), run.id)).toMatchObject({ status: "completed", attempt: 2 });
    expect((await findMessage(run.assistantMessageId))?.parts.at(-1)).toMatchObject({ text: "the answer" });
  });

  it("on a run that has ended does nothing", async () => {
    const { run } = await accepted();
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["once"])),
      quickTiming,
    );
    const before = await findRun(database(), run.id);
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["twice"])),
      quickTiming,
    );
    expect(await findRun(database(), run.id)).toEqual(before);
  });

  it("that finds neither worker nor log ends the run from what was stored", async () => {
    const { person, asked, run } = await accepted();
    const dying = new AbortController();
    const first = generateAnswer(
      run.id,
      dying.signal,
      scripted(() =>
        saying(["stored", "never"], (index) =>
          index === 1 ? new Promise(() => undefined) : Promise.resolve(),
        ),
      ),
      quickTiming,
    );
    await until(() => findMessage(run.assistantMessageId));
    await redis().del(logKey(run.id), headKey(run.id));
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["again"])),
      quickTiming,
    );
    await first;
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]).toMatchObject({
      metadata: { status: "interrupted" },
      parts: [{ type: "step-start" }, { type: "text", text: "stored", state: "done" }],
    });
    const chunks = chunksIn(await readAll(await resume(person.id, asked.id, { run: run.id })));
    expect(textIn(chunks)).toBe("stored");
    expect(chunks.at(-1)?.type).toBe("error");
  });

  it("is not made a fourth time: the run is given up", async () => {
    const { run } = await accepted();
    const { claimRun } = await import("../db/queries/runs");
    for (const _ of [1, 2, 3]) await claimRun(database(), run.id);
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["poison"])),
      quickTiming,
    );
    expect(await findRun(database(), run.id)).toMatchObject({ status: "interrupted", attempt: 4 });
  });

  it("whose end was never told is told by its row", async () => {
    const { person, asked, run } = await accepted();
    const gate = door();
    const working = generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["text", "more"], gate.wait)),
      quickTiming,
    );
    await gate.reached;
    const reading = resume(person.id, asked.id).then(readAll);
    const { endRunRow } = await import("../db/queries/runs");
    // What a process that dies between the row and the terminal chunk leaves.
    await endRunRow(database(), { id: run.id, attempt: 1, status: "completed", lastSeq: 3 });
    const chunks = chunksIn(await reading);
    expect(chunks.map(({ type }) => type)).toEqual([
      "start",
      "start-step",
      "text-start",
      "text-end",
      "finish-step",
      "finish",
    ]);
    gate.open();
    await working;
  });
});

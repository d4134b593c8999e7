import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  newPerson,
  post,
  question,
  quickTiming,
  readAll,
  saying,
  scriptBook,
  startScriptedWorker,
  textIn,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { findRun } from "../db/queries/runs";
import { AppError } from "../errors";
import type { Consumers } from "../queue/start-consumers";
import { loadConversation } from "./load-conversation";

const book = scriptBook();

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

  it("R16: never shows a raw error", async () => {
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

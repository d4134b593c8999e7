import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  readAll,
  resume,
  type SseEvent,
  saying,
  scriptBook,
  sseEvents,
  startScriptedWorker,
  stop,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { findRun, requestStop } from "../db/queries/runs";
import { AppError } from "../errors";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { headKey, logKey } from "../stream/run-keys";
import { loadConversation } from "./load-conversation";

const book = scriptBook();

/** Asks, and reads along in the background. */
async function ask(text: string) {
  const person = await newPerson();
  const asked = question(text);
  const response = await post(person.id, asked);
  const seen: SseEvent[] = [];
  const whole = (async () => {
    for await (const event of sseEvents(response)) seen.push(event);
    return seen;
  })();
  return { person, asked, runId: response.headers.get("x-run-id") ?? "", seen, whole };
}

const runIsOver = async (runId: string) => {
  const run = await until(
    () => findRun(database(), runId),
    (row) => row?.finishedAt !== null,
  );
  return run?.status;
};

describe("stopping an answer that a worker is at", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
  });
  afterAll(() => worker.close(1_000));

  it("keeps what was written, aborts the model and ends with abort", async () => {
    const middle = door();
    let wasAborted = false;
    book.when("writing", ({ signal }) => {
      signal.addEventListener("abort", () => {
        wasAborted = true;
      });
      return saying(["one ", "two ", "three"], (index) => (index === 2 ? middle.wait() : Promise.resolve()));
    });
    const { person, asked, seen, whole } = await ask("writing");
    await until(
      () => textIn(chunksIn(seen)),
      (text) => text === "one two ",
    );
    const stopped = await stop(person.id, asked.id);
    expect(stopped.status).toBe(200);
    const chunks = chunksIn(await whole);
    expect(chunks.slice(-4)).toEqual([
      { type: "text-end", id: "t1" },
      { type: "finish-step" },
      { type: "message-metadata", messageMetadata: { status: "stopped" } },
      { type: "abort", reason: "Stopped." },
    ]);
    expect(wasAborted).toBe(true);
    middle.open();
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]).toMatchObject({
      parts: [{ type: "step-start" }, { type: "text", text: "one two ", state: "done" }],
      metadata: { status: "stopped" },
    });
  });

  it("R9: keeps only what the person saw, and it never grows back", async () => {
    const middle = door();
    book.when("clamped", () =>
      saying(["seen ", "not ", "seen"], async (index) => {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, 20));
        if (index === 2) await middle.wait();
      }),
    );
    const { person, asked, runId, seen, whole } = await ask("clamped");
    await until(
      () => textIn(chunksIn(seen)),
      (text) => text === "seen not ",
    );
    const seenSeq = seen.find(({ data }) => data.includes('"seen "'))?.id ?? 0;
    await stop(person.id, asked.id, { runId, seenSeq });
    await whole;
    const kept = [{ type: "step-start" }, { type: "text", text: "seen ", state: "done" }];
    expect((await loadConversation(person.id, asked.id)).messages[1]?.parts).toEqual(kept);
    for (const response of [
      await post(person.id, asked),
      await resume(person.id, asked.id, { run: runId }),
    ]) {
      const replay = await readAll(response);
      expect(textIn(chunksIn(replay))).toBe("seen ");
      expect(replay.map(({ id }) => id).slice(0, -1)).toEqual(
        replay.slice(0, -1).map((_, index) => index + 1),
      );
      expect(chunksIn(replay).at(-1)).toMatchObject({ type: "abort" });
    }
    middle.open();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await loadConversation(person.id, asked.id)).messages[1]?.parts).toEqual(kept);
  });

  it("takes back what was not seen yet, even when the answer was complete by then", async () => {
    book.when("too fast", () =>
      saying(["seen ", "not ", "seen"], () => new Promise((go) => setTimeout(go, 50))),
    );
    const { person, asked, runId, seen, whole } = await ask("too fast");
    await whole;
    const seenSeq = seen.find(({ data }) => data.includes('"seen "'))?.id ?? 0;
    for (const _ of ["once", "again"]) {
      const answer = await stop(person.id, asked.id, { runId, seenSeq });
      expect(await answer.json()).toEqual({ runId, status: "stopped" });
    }
    expect((await loadConversation(person.id, asked.id)).messages[1]).toMatchObject({
      parts: [{ type: "step-start" }, { type: "text", text: "seen ", state: "done" }],
      metadata: { status: "stopped" },
    });
    const replay = await readAll(await resume(person.id, asked.id, { run: runId }));
    expect(textIn(chunksIn(replay))).toBe("seen ");
    expect(chunksIn(replay).at(-1)).toMatchObject({ type: "abort" });
  });

  it("takes it back too when the log has not been told of the end yet", async () => {
    book.when("end not told", () =>
      saying(["seen ", "not ", "seen"], () => new Promise((go) => setTimeout(go, 50))),
    );
    const { person, asked, runId, seen, whole } = await ask("end not told");
    await whole;
    // As if Redis had been away when the row ended: the terminal chunk is still with the worker, or went with it.
    const lastSeq = seen.findLast(({ id }) => id !== null)?.id ?? 0;
    await redis().xdel(logKey(runId), `${lastSeq}-0`);
    await redis().hdel(headKey(runId), "closed");
    await redis().hset(headKey(runId), "seq", lastSeq - 1);
    const seenSeq = seen.find(({ data }) => data.includes('"seen "'))?.id ?? 0;
    const answer = await stop(person.id, asked.id, { runId, seenSeq });
    expect(await answer.json()).toEqual({ runId, status: "stopped" });
    expect((await loadConversation(person.id, asked.id)).messages[1]).toMatchObject({
      parts: [{ type: "step-start" }, { type: "text", text: "seen ", state: "done" }],
      metadata: { status: "stopped" },
    });
    const replay = await readAll(await resume(person.id, asked.id, { run: runId }));
    expect(textIn(chunksIn(replay))).toBe("seen ");
  });

  it("takes it back too when the answer broke off by itself in that moment", async () => {
    book.when("breaks off", async function* () {
      yield* saying(["seen ", "not ", "seen"], () => new Promise((go) => setTimeout(go, 50)));
      throw new AppError("unavailable", "The model went away.");
    });
    const { person, asked, runId, seen, whole } = await ask("breaks off");
    await whole;
    expect(await runIsOver(runId)).toBe("failed");
    const seenSeq = seen.find(({ data }) => data.includes('"seen "'))?.id ?? 0;
    const answer = await stop(person.id, asked.id, { runId, seenSeq });
    expect(await answer.json()).toEqual({ runId, status: "stopped" });
    const [, kept] = (await loadConversation(person.id, asked.id)).messages;
    expect(kept).toMatchObject({
      parts: [{ type: "step-start" }, { type: "text", text: "seen ", state: "done" }],
      metadata: { status: "stopped" },
    });
    expect(kept?.metadata).not.toHaveProperty("endedBecause");
  });

  it("leaves a complete answer alone when all of it had been seen", async () => {
    book.when("all seen", () => saying(["all ", "of it"]));
    const { person, asked, runId, seen, whole } = await ask("all seen");
    await whole;
    const lastText = seen.findLast(({ data }) => data.includes("text-delta"))?.id ?? 0;
    const answer = await stop(person.id, asked.id, { runId, seenSeq: lastText });
    expect(await answer.json()).toEqual({ runId, status: "completed" });
    expect((await loadConversation(person.id, asked.id)).messages[1]?.metadata).toMatchObject({
      status: "completed",
    });
  });

  it("R9: works before the first word", async () => {
    const first = door();
    book.when("silent", () => saying(["never"], first.wait));
    const { person, asked, whole } = await ask("silent");
    await first.reached;
    await stop(person.id, asked.id, { seenSeq: 1 });
    const chunks = chunksIn(await whole);
    expect(textIn(chunks)).toBe("");
    expect(chunks.at(-1)).toMatchObject({ type: "abort" });
    first.open();
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]).toMatchObject({ parts: [], metadata: { status: "stopped" } });
  });

  it("works in a tool, which then does not seem to run for ever", async () => {
    const tool = door();
    book.when("in a tool", async function* () {
      yield { type: "start-step" };
      yield { type: "tool-input-available", toolCallId: "c1", toolName: "search", input: {}, dynamic: true };
      await tool.wait();
      yield { type: "tool-output-available", toolCallId: "c1", output: {}, dynamic: true };
    });
    const { person, asked, whole } = await ask("in a tool");
    await tool.reached;
    await stop(person.id, asked.id);
    const chunks = chunksIn(await whole);
    expect(chunks).toContainEqual(expect.objectContaining({ type: "tool-output-error", toolCallId: "c1" }));
    tool.open();
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]?.parts[1]).toMatchObject({ type: "dynamic-tool", state: "output-error" });
  });

  it("reaches the worker by its heartbeat when Redis forgets the wish", async () => {
    const middle = door();
    book.when("row only", () =>
      saying(["text", "more"], (index) => (index === 1 ? middle.wait() : Promise.resolve())),
    );
    const { person, asked, runId } = await ask("row only");
    await middle.reached;
    await requestStop(database(), runId, undefined);
    expect(await redis().exists(`{run:${runId}}:stop`)).toBe(0);
    expect(await runIsOver(runId)).toBe("stopped");
    middle.open();
    expect((await loadConversation(person.id, asked.id)).messages[1]?.metadata?.status).toBe("stopped");
  });

  it("wins over an answer that completes in the same moment", async () => {
    const end = door();
    book.when("photo finish", async function* () {
      yield* saying(["all of it"]);
      await end.wait();
    });
    const { runId } = await ask("photo finish");
    await end.reached;
    await requestStop(database(), runId, 3);
    end.open();
    expect(await runIsOver(runId)).toBe("stopped");
  });

  it("can be said twice and after the end, and changes nothing when it does not say what was seen", async () => {
    book.when("done", () => saying(["done"]));
    const { person, asked, runId, whole } = await ask("done");
    await whole;
    for (const _ of [1, 2]) {
      const response = await stop(person.id, asked.id, { runId });
      expect(await response.json()).toEqual({ runId, status: "completed" });
    }
    expect((await loadConversation(person.id, asked.id)).messages[1]?.parts[1]).toMatchObject({
      text: "done",
    });
  });

  it("is not_found for anybody else, and for a run of another conversation", async () => {
    book.when("mine", () => saying(["mine"]));
    const { person, asked, whole } = await ask("mine");
    await whole;
    const other = await ask("mine");
    await other.whole;
    expect((await stop(other.person.id, asked.id)).status).toBe(404);
    expect((await stop(person.id, asked.id, { runId: other.runId })).status).toBe(404);
  });
});

describe("stopping an answer that no worker has yet", () => {
  it("ends it right there, and a worker that comes later does not write it", async () => {
    const { person, asked, runId, whole } = await ask("never asked");
    const response = await stop(person.id, asked.id);
    expect(await response.json()).toEqual({ runId, status: "stopped" });
    const chunks = chunksIn(await whole);
    expect(chunks.map(({ type }) => type)).toEqual(["start", "message-metadata", "abort"]);
    let wasAsked = false;
    book.when("never asked", async function* () {
      wasAsked = true;
      yield* saying(["late"]);
    });
    const worker = await startScriptedWorker(book.play);
    book.when("next", () => saying(["next"]));
    await readAll(await post(person.id, question("next", asked.id)));
    expect(wasAsked).toBe(false);
    await worker.close(1_000);
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages.map(({ role, metadata }) => [role, metadata?.status])).toEqual([
      ["user", undefined],
      ["assistant", "stopped"],
      ["user", undefined],
      ["assistant", "completed"],
    ]);
  });
});

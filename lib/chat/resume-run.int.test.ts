import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  lookingUp,
  newPerson,
  post,
  question,
  readAll,
  resume,
  saying,
  scriptBook,
  sseEvents,
  startScriptedWorker,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { headKey, logKey } from "../stream/run-keys";
import { acceptMessage } from "./accept-message";
import { ChunkFold } from "./fold-chunks";
import { loadConversation } from "./load-conversation";

const book = scriptBook();
const WORDS = Array.from({ length: 12 }, (_, index) => `word${index} `);

/** Cuts the pub/sub connections of this file's database: what is published before they are back is lost. */
async function cutSubscribers(): Promise<number> {
  const list = String(await redis().client("LIST"));
  const own = list.split("\n").filter((line) => line.includes("name=purser-subscriber"));
  const database = new URL(process.env.REDIS_URL ?? "").pathname.slice(1);
  const ids = own
    .filter((line) => line.includes(` db=${database} `))
    .map((line) => /id=(\d+)/.exec(line)?.[1]);
  for (const id of ids) await redis().call("CLIENT", "KILL", "ID", id ?? "");
  return ids.length;
}

describe("reading an answer on", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
  });
  afterAll(() => worker.close(1_000));

  async function askDone(text = "done") {
    book.when(text, async function* () {
      yield* lookingUp("call-1");
      yield* saying(WORDS, () => new Promise((resolve) => setTimeout(resolve, 6)));
    });
    const person = await newPerson();
    const asked = question(text);
    const response = await post(person.id, asked);
    return { person, asked, runId: response.headers.get("x-run-id") ?? "", whole: await readAll(response) };
  }

  it("takes two readers at once through a live answer, each from its own place", async () => {
    const gates = WORDS.map(() => door());
    book.when("live", () => saying(WORDS, (index) => gates[index]?.wait() ?? Promise.resolve()));
    const person = await newPerson();
    const asked = question("live");
    const first = readAll(await post(person.id, asked));
    await gates[0]?.reached;
    const others: Promise<unknown>[] = [];
    for (const [index, gate] of gates.entries()) {
      await gate.reached;
      if (index % 4 === 1) others.push(readAll(await resume(person.id, asked.id)));
      gate.open();
    }
    const whole = await first;
    expect(textIn(chunksIn(whole))).toBe(WORDS.join(""));
    for (const other of others) expect(await other).toEqual(whole);
  });

  it("goes on without the reader that hangs up", async () => {
    const gate = door();
    book.when("left alone", () =>
      saying(["a", "b"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const person = await newPerson();
    const asked = question("left alone");
    const leaving = new AbortController();
    const response = await post(person.id, asked, leaving.signal);
    const reader = response.body?.getReader();
    await reader?.read();
    await gate.reached;
    leaving.abort();
    await reader?.cancel();
    gate.open();
    const view = await until(
      () => loadConversation(person.id, asked.id),
      ({ activeRunId }) => activeRunId === null,
    );
    expect(view.messages[1]?.parts[1]).toMatchObject({ text: "ab" });
  });

  it("fills what pub/sub lost from the log", async () => {
    const gate = door();
    book.when("deaf", () =>
      saying(["a", "b", "c"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const person = await newPerson();
    const response = await post(person.id, question("deaf"));
    const events = sseEvents(response);
    while (!(await events.next()).value?.data.includes('"a"'));
    await gate.reached;
    expect(await cutSubscribers()).toBeGreaterThan(0);
    gate.open();
    const rest = [];
    for await (const event of events) rest.push(event);
    expect(textIn(chunksIn(rest))).toBe("bc");
    expect(rest.at(-1)?.data).toBe("[DONE]");
  });

  it("refuses a cursor that is no number, or that the run has not reached", async () => {
    const gate = door();
    book.when("short", () => saying(["a"], gate.wait));
    const person = await newPerson();
    const asked = question("short");
    const reading = readAll(await post(person.id, asked));
    await gate.reached;
    for (const lastEventId of ["abc", "-1", "1.5", "", "99999999999", "1 or 1=1"]) {
      const response = await resume(person.id, asked.id, { lastEventId });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { code: "invalid", message: expect.stringContaining("Last-Event-ID") },
      });
    }
    expect((await resume(person.id, asked.id, { after: "x" })).status).toBe(400);
    const beyond = await resume(person.id, asked.id, { after: 500 });
    expect(beyond.status).toBe(400);
    expect(await beyond.json()).toMatchObject({ error: { message: expect.stringContaining("not reached") } });
    gate.open();
    await reading;
  });

  it("refuses a cursor of the answer before while the next one is queued, and skips nothing of it", async () => {
    const { person, asked } = await askDone("before");
    const { run } = await acceptMessage(person.id, question("after", asked.id));
    for (const named of [{}, { run: run.id }]) {
      const response = await resume(person.id, asked.id, { after: 4, ...named });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { code: "invalid", message: expect.stringContaining("not reached number 4 (it is at 0)") },
      });
    }
  });

  const forgetAll = (run: string) => redis().del(logKey(run), headKey(run));
  async function forgetEnd(run: string) {
    await redis().xdel(logKey(run), "4-0");
    await redis().call("XSETID", logKey(run), "3-0");
    await redis().hset(headKey(run), "seq", 3);
  }

  it.each([
    ["the log", forgetAll],
    ["the end of the log", forgetEnd],
  ])(
    "believes a reader that names its run while Redis has lost %s, and only that one",
    async (lost, forget) => {
      const gate = door();
      book.when(lost, () =>
        saying(["a", "b", "c"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
      );
      const person = await newPerson();
      const asked = question(lost);
      const response = await post(person.id, asked);
      const run = response.headers.get("x-run-id") ?? "";
      const reading = readAll(response);
      await gate.reached;
      // start, start-step, text-start and "a": all that is written before the gate.
      await until(
        () => redis().hget(headKey(run), "seq"),
        (seq) => seq === "4",
      );
      await forget(run);
      expect((await resume(person.id, asked.id, { after: 4 })).status).toBe(400);
      const again = await resume(person.id, asked.id, { after: 4, run });
      expect(again.status).toBe(200);
      gate.open();
      const whole = await reading;
      expect(await readAll(again)).toEqual(whole.slice(4));
    },
  );

  it("answers 204 to a reader that has the whole conversation, so that nothing shows twice", async () => {
    const { person, asked, runId, whole } = await askDone();
    expect((await resume(person.id, asked.id)).status).toBe(204);
    expect((await resume(person.id, asked.id, { after: 9_999 })).status).toBe(204);
    expect(await readAll(await resume(person.id, asked.id, { run: runId }))).toEqual(whole);
    expect(await readAll(await resume(person.id, asked.id, { lastEventId: "0" }))).toEqual(whole);
    expect(await readAll(await resume(person.id, asked.id, { after: 1, lastEventId: "3" }))).toEqual(
      whole.slice(3),
    );
  });

  it("R6: makes the chunks anew from the store when the log is gone", async () => {
    const { person, asked, runId, whole } = await askDone();
    await redis().del(logKey(runId), headKey(runId));
    const stored = ChunkFold.of(chunksIn(whole));
    for (const response of [
      await post(person.id, asked),
      await resume(person.id, asked.id, { run: runId }),
    ]) {
      const restored = await readAll(response);
      const fold = ChunkFold.of(chunksIn(restored));
      expect(fold.snapshot()).toEqual(stored.snapshot());
      expect(fold.metadata).toEqual(stored.metadata);
      expect(chunksIn(restored).at(-1)?.type).toBe("finish");
      expect(restored.at(-1)?.data).toBe("[DONE]");
    }
    expect((await resume(person.id, asked.id, { after: 4, run: runId })).status).toBe(204);
  });

  it("never ends a stream as whole whose last words are in the store alone: the reader loads the conversation", async () => {
    const { person, asked, runId, whole } = await askDone();
    // As if Redis had been away for longer than the worker waited, and the worker had then gone.
    const numbers = whole.flatMap(({ id }) => id ?? []);
    const lost = numbers.slice(-4);
    for (const seq of lost) await redis().xdel(logKey(runId), `${seq}-0`);
    await redis().hdel(headKey(runId), "closed");
    await redis().hset(headKey(runId), "seq", numbers.length - lost.length);
    const cut = await readAll(await resume(person.id, asked.id, { run: runId }));
    expect(cut).toEqual(whole.slice(0, numbers.length - lost.length));
    const after = cut.at(-1)?.id ?? 0;
    expect((await resume(person.id, asked.id, { run: runId, after })).status).toBe(204);
  });

  it("writes the log again when Redis loses it under a running answer", async () => {
    const gate = door();
    book.when("flushed", () =>
      saying(["a", "b", "c"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const person = await newPerson();
    const asked = question("flushed");
    const response = await post(person.id, asked);
    const runId = response.headers.get("x-run-id") ?? "";
    const reading = readAll(response);
    await gate.reached;
    await until(() => redis().exists(logKey(runId)));
    await redis().del(logKey(runId), headKey(runId));
    gate.open();
    const whole = await reading;
    expect(textIn(chunksIn(whole))).toBe("abc");
    expect(whole.at(-1)?.data).toBe("[DONE]");
    expect(await readAll(await resume(person.id, asked.id, { run: runId }))).toEqual(whole);
  });

  it("is not_found for anybody else, for no conversation, and for a run of another one", async () => {
    const mine = await askDone("mine");
    const theirs = await askDone("theirs");
    expect((await resume(theirs.person.id, mine.asked.id)).status).toBe(404);
    expect((await resume(theirs.person.id, mine.asked.id, { run: mine.runId })).status).toBe(404);
    expect((await resume(theirs.person.id, theirs.asked.id, { run: mine.runId })).status).toBe(404);
    expect((await resume(mine.person.id, mine.runId)).status).toBe(404);
    expect((await resume(mine.person.id, "not-a-uuid")).status).toBe(400);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  door,
  newPerson,
  post,
  question,
  readAll,
  resume,
  saying,
  scriptBook,
  startScriptedWorker,
  until,
} from "../../tests/support/chat-harness";
import { ErrorBody } from "../contract/error-body";
import { env } from "../env";
import type { Consumers } from "../queue/start-consumers";
import { countWaiting } from "../queue/waiting";
import { countOpenStreams } from "../stream/open-streams";
import { loadConversation } from "./load-conversation";

const USUAL = { ...env() };
const book = scriptBook();
let worker: Consumers;
beforeAll(async () => {
  worker = await startScriptedWorker(book.play);
});
afterAll(() => worker.close(1_000));
beforeEach(() => {
  Object.assign(env(), USUAL);
});

/** Leaves at once: a stream that nobody reads holds its place. */
async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

async function refusal(response: Response) {
  const { error } = ErrorBody.parse(await response.json());
  expect(response.headers.get("retry-after")).toBe(String(error.retryAfterSeconds));
  return { status: response.status, ...error };
}

describe("messages of one person", () => {
  it("are refused past so many a minute, with the wait; the same one again never is", async () => {
    Object.assign(env(), { MESSAGES_PER_MINUTE: 3 });
    book.when("quick", () => saying(["quick"]));
    const person = await newPerson();
    const asked = [question("quick"), question("quick"), question("quick")];
    for (const body of asked) {
      // Each twice: a repeat does not count.
      await readAll(await post(person.id, body));
      expect((await readAll(await post(person.id, body))).length).toBeGreaterThan(2);
    }
    const late = question("quick");
    const refused = await refusal(await post(person.id, late));
    expect(refused).toMatchObject({ status: 429, code: "rate_limited" });
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
    await expect(loadConversation(person.id, late.id)).rejects.toMatchObject({ code: "not_found" });
    for (const body of asked) expect(await statusOf(post(person.id, body))).toBe(200);
    expect(await statusOf(post((await newPerson()).id, question("quick")))).toBe(200);
  });

  it("sent all at once leave no more unfinished answers than one person may have", async () => {
    const gate = door();
    book.when("slow", () => saying(["slow"], gate.wait));
    const person = await newPerson();
    const bodies = Array.from({ length: 12 }, () => question("slow"));
    const responses = await Promise.all(bodies.map((body) => post(person.id, body)));
    const taken = responses.filter(({ status }) => status === 200);
    expect(taken).toHaveLength(env().ANSWERS_PER_PERSON);
    for (const response of responses.filter(({ status }) => status !== 200))
      expect(await refusal(response)).toMatchObject({ status: 429, message: /^5 of your answers are still/ });
    const accepted = bodies[responses.findIndex(({ status }) => status === 200)];
    expect(await statusOf(post(person.id, accepted))).toBe(200);
    gate.open();
    await Promise.all(taken.map(readAll));
    expect(await statusOf(post(person.id, question("slow")))).toBe(200);
  });
});

describe("the queue", () => {
  it("takes no more than so many answers of all people, and says when to come again", async () => {
    await worker.close(1_000);
    Object.assign(env(), { QUEUE_LIMIT: 2 });
    book.when("waiting", () => saying(["waited"]));
    const waiting = [];
    for (const _ of [1, 2]) {
      const person = await newPerson();
      const body = question("waiting");
      waiting.push({ person, body, response: await post(person.id, body) });
    }
    const refused = await refusal(await post((await newPerson()).id, question("waiting")));
    expect(refused).toMatchObject({ status: 503, code: "unavailable", retryAfterSeconds: 5 });
    for (const { person, body } of waiting) expect(await statusOf(post(person.id, body))).toBe(200);
    worker = await startScriptedWorker(book.play);
    await Promise.all(waiting.map(({ response }) => readAll(response)));
    await until(
      () => countWaiting("answer.generate"),
      (count) => count === 0,
    );
    expect(await statusOf(post((await newPerson()).id, question("waiting")))).toBe(200);
  });
});

describe("open streams", () => {
  it("of one person are seven and more, but not without end; a tab that closes makes room", async () => {
    Object.assign(env(), { STREAMS_PER_PERSON: 8 });
    const gate = door();
    book.when("watched", () => saying(["seen"], gate.wait));
    const person = await newPerson();
    const asked = question("watched");
    const tabs = [await post(person.id, asked)];
    while (tabs.length < 8) tabs.push(await resume(person.id, asked.id));
    expect(tabs.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await refusal(await resume(person.id, asked.id))).toMatchObject({ status: 429 });
    const other = await newPerson();
    expect((await resume(other.id, asked.id)).status).toBe(404);
    await tabs.pop()?.body?.cancel();
    const again = await resume(person.id, asked.id);
    expect(again.status).toBe(200);
    gate.open();
    await Promise.all([...tabs, again].map(readAll));
    expect((await resume(person.id, asked.id)).status).toBe(204);
  });

  it("of a process have a limit, and none is forgotten when it ends, fails or has nothing to read", async () => {
    const before = countOpenStreams();
    Object.assign(env(), { STREAMS_PER_PROCESS: before + 1 });
    book.when("alone", () => saying(["alone"]));
    const person = await newPerson();
    const asked = question("alone");
    await readAll(await post(person.id, asked));
    for (const _ of [1, 2, 3]) {
      expect((await resume(person.id, asked.id)).status).toBe(204);
      expect((await resume(person.id, question().id)).status).toBe(404);
      expect((await post(person.id, "{}")).status).toBe(400);
    }
    const gate = door();
    book.when("held", () => saying(["held"], gate.wait));
    const held = await post(person.id, question("held"));
    const refused = await refusal(await post((await newPerson()).id, question("alone")));
    expect(refused).toMatchObject({ status: 503, code: "unavailable" });
    gate.open();
    await readAll(held);
    expect(countOpenStreams()).toBe(before);
  });
});

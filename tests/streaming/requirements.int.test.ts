import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AppError } from "../../lib/errors";
import type { Consumers } from "../../lib/queue/start-consumers";
import {
  chunksIn,
  door,
  newPerson,
  question,
  readAll,
  saying,
  scriptBook,
  sseEvents,
  startScriptedWorker,
  textIn,
} from "../support/chat-harness";
import { serveRoutes } from "../support/serve-routes";

const book = scriptBook();
let worker: Consumers;
let server: Server;
let origin: string;
beforeAll(async () => {
  worker = await startScriptedWorker(book.play);
  server = createServer(serveRoutes());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await worker.close(1_000);
  server.closeAllConnections();
  server.close();
});

const headers = (userId: string) => ({ "content-type": "application/json", "x-test-user": userId });
const ask = (userId: string, body: unknown, signal?: AbortSignal) =>
  fetch(`${origin}/api/chat`, {
    method: "POST",
    headers: headers(userId),
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
const readOn = (userId: string, conversationId: string, query = "", more: Record<string, string> = {}) =>
  fetch(`${origin}/api/chat/${conversationId}/stream${query}`, { headers: { ...headers(userId), ...more } });
const stop = (userId: string, conversationId: string, body: object = {}) =>
  fetch(`${origin}/api/chat/${conversationId}/stop`, {
    method: "POST",
    headers: headers(userId),
    body: JSON.stringify(body),
  });

/** The first `count` events of a stream that is cut then. */
async function someOf(response: Response, count: number) {
  const events = [];
  for await (const event of sseEvents(response)) {
    events.push(event);
    if (events.length === count) break;
  }
  return events;
}

it("R7: only a terminal chunk ends a run: whoever was cut off before it reads on, also when the run is over", async () => {
  const gate = door();
  book.when("cut", () =>
    saying(["one ", "two ", "three"], (at) => (at === 2 ? gate.wait() : Promise.resolve())),
  );
  const person = await newPerson();
  const asked = question("cut");
  const cut = new AbortController();
  const response = await ask(person.id, asked, cut.signal);
  const before = await someOf(response, 4);
  cut.abort();
  expect(before.map(({ data }) => data)).not.toContain("[DONE]");
  gate.open();
  const whole = await readAll(await readOn(person.id, asked.id, `?run=${response.headers.get("x-run-id")}`));
  expect(whole.at(-1)?.data).toBe("[DONE]");
  const { status } = (await (await stop(person.id, asked.id)).json()) as { status: string };
  expect(status).toBe("completed");
  for (const cursor of [4, whole.length - 2]) {
    const rest = await readOn(person.id, asked.id, "", { "last-event-id": String(cursor) });
    expect([rest.status, await readAll(rest)]).toEqual([200, whole.slice(cursor)]);
  }
  expect(textIn(chunksIn(whole))).toBe("one two three");
});

it("R14: to anybody else no route of a stream says that a conversation exists, and nothing on the way may keep one", async () => {
  const gate = door();
  book.when("private", () => saying(["a", "b"], (at) => (at === 1 ? gate.wait() : Promise.resolve())));
  const [owner, stranger] = await Promise.all([newPerson(), newPerson()]);
  const asked = question("private");
  const response = await ask(owner.id, asked);
  const runId = String(response.headers.get("x-run-id"));
  await gate.reached;
  const nowhere = newId();
  const answers = await Promise.all(
    [asked.id, nowhere].flatMap((id) => [
      readOn(stranger.id, id),
      readOn(stranger.id, id, `?run=${runId}&after=0`),
      stop(stranger.id, id),
      stop(stranger.id, id, { runId, seenSeq: 0 }),
    ]),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(404));
  const words = await Promise.all(answers.map(async (answer) => (await answer.json()).error.message));
  expect(words.slice(0, 4)).toEqual(words.slice(4));
  const second = await readOn(owner.id, asked.id);
  for (const stream of [response, second])
    expect(stream.headers.get("cache-control")).toMatch(/no-store.*no-transform/);
  gate.open();
  const [one, other] = await Promise.all([readAll(response), readAll(second)]);
  expect(one).toEqual(other);
  expect(textIn(chunksIn(one))).toBe("ab");
});

it("R16: an error is part of the answer: whoever comes after it reads the same words", async () => {
  book.when("fails", async function* () {
    yield* saying(["so far"]);
    throw new AppError("rate_limited", "The model is busy. Try again in a minute.");
  });
  const person = await newPerson();
  const asked = question("fails");
  const seen = await readAll(await ask(person.id, asked));
  expect(chunksIn(seen).at(-1)).toMatchObject({ type: "error", errorText: expect.stringContaining("busy") });
  expect(await readAll(await readOn(person.id, asked.id, "?after=1"))).toEqual(seen.slice(1));
});

it("R5: each reader of an answer has a place of its own, and all read the same", async () => {
  const gate = door();
  const words = Array.from({ length: 40 }, (_, index) => `word${index} `);
  book.when("many", () => saying(words, (at) => (at === 20 ? gate.wait() : Promise.resolve())));
  const person = await newPerson();
  const asked = question("many");
  const first = readAll(await ask(person.id, asked));
  await gate.reached;
  const places = [0, 1, 2, 3];
  const others = places.map(async (after) => readAll(await readOn(person.id, asked.id, `?after=${after}`)));
  gate.open();
  const whole = await first;
  expect(whole.map(({ id }) => id)).toEqual([...whole.slice(1).map((_, index) => index + 1), null]);
  expect(await Promise.all(others)).toEqual(places.map((after) => whole.slice(after)));
  expect(textIn(chunksIn(whole))).toBe(words.join(""));
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DefaultChatTransport, readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import { afterAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  readAll,
  type SseEvent,
  saying,
  scriptBook,
  sseEvents,
  startScriptedWorker,
  stop,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import { serveRoutes } from "../../tests/support/serve-routes";
import { QueuePlace } from "../contract/stream-chunk";
import { queueOf } from "../queue/enqueue";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { sweepRuns } from "./sweep-runs";

// One answer at a time: what is asked next waits.
process.env.WORKER_CONCURRENCY = "1";
process.env.ANSWERS_PER_PERSON = "20";

const book = scriptBook();
const started: Consumers[] = [];
const startWorker = async () => started.push(await startScriptedWorker(book.play));
afterAll(() => Promise.all(started.map((worker) => worker.close(1_000))));

/** Asks, and reads along in the background. */
async function ask(userId: string, text: string) {
  const asked = question(text);
  const response = await post(userId, asked);
  expect(response.status).toBe(200);
  const seen: SseEvent[] = [];
  const whole = (async () => {
    for await (const event of sseEvents(response)) seen.push(event);
    return seen;
  })();
  const places = () =>
    seen.flatMap(({ id, data }) => {
      const place = id === null && data !== "[DONE]" ? QueuePlace.parse(JSON.parse(data)) : undefined;
      return place === undefined ? [] : [place.data.ahead];
    });
  return { id: asked.id, seen, whole, places };
}

const asksInOrder = async (userId: string, texts: string[]) => {
  const asks = [];
  for (const text of texts) asks.push(await ask(userId, text));
  return asks;
};

describe("answers that wait for a worker", () => {
  it("come in turns: a person with ten of them does not keep another one waiting", async () => {
    const many = Array.from({ length: 10 }, (_, index) => `many ${index}`);
    const first = door();
    const order: string[] = [];
    for (const text of [...many, "one"])
      book.when(text, async function* () {
        order.push(text);
        yield* saying([text], text === "many 0" ? first.wait : undefined);
      });
    const [busy, other] = [await newPerson(), await newPerson()];
    const flood = await asksInOrder(busy.id, many);
    await startWorker();
    await first.reached;
    const one = await ask(other.id, "one");
    // What was lost with Redis's memory, or never reached the queue, comes back to the same place.
    const waiting = queueOf("answer.generate").toKey("prioritized");
    for (const jobId of await redis().zrange(waiting, "0", "-1"))
      await redis().del(queueOf("answer.generate").toKey(jobId));
    await redis().del(waiting);
    await sweepRuns(new Date(Date.now() + 60_000), { everyMs: 1, queuedForMs: 0, silentForMs: 600_000 });
    first.open();
    await Promise.all([...flood, one].map(({ whole }) => whole));
    expect(order).toEqual(["many 0", "one", ...many.slice(1)]);
  });

  it("say how many are ahead, and nothing once they are being written", async () => {
    const first = door();
    const second = door();
    book.when("first", () => saying(["1"], first.wait));
    book.when("second", () => saying(["2"], second.wait));
    book.when("third", () => saying(["3"]));
    const person = await newPerson();
    const running = await ask(person.id, "first");
    await first.reached;
    const [next, last] = await asksInOrder(person.id, ["second", "third"]);
    if (next === undefined || last === undefined) throw new Error("Nothing was asked.");
    await until(next.places, (places) => places.at(-1) === 0);
    await until(last.places, (places) => places.at(-1) === 1);
    first.open();
    await second.reached;
    await until(last.places, (places) => places.at(-1) === 0);
    second.open();
    const whole = await last.whole;
    expect(last.places()).toEqual([1, 0]);
    expect(next.places()).toEqual([0]);
    expect(running.places()).toEqual([]);
    // They stand before the first numbered chunk, and the numbers have no gap.
    const numbered = whole.filter(({ id }) => id !== null);
    expect(whole.findLastIndex(({ data }) => data.includes("data-queue"))).toBeLessThan(
      whole.findIndex(({ id }) => id === 1),
    );
    expect(numbered.map(({ id }) => id)).toEqual(numbered.map((_, index) => index + 1));
  });

  it("do not count one that was stopped while it waited", async () => {
    const first = door();
    book.when("holding", () => saying(["1"], first.wait));
    book.when("withdrawn", () => saying(["2"]));
    book.when("behind", () => saying(["3"]));
    const person = await newPerson();
    await ask(person.id, "holding");
    await first.reached;
    const [withdrawn, behind] = await asksInOrder(person.id, ["withdrawn", "behind"]);
    if (withdrawn === undefined || behind === undefined) throw new Error("Nothing was asked.");
    await until(behind.places, (places) => places.at(-1) === 1);
    await stop(person.id, withdrawn.id);
    await until(behind.places, (places) => places.at(-1) === 0);
    expect(chunksIn(await withdrawn.whole).at(-1)).toMatchObject({ type: "abort" });
    first.open();
    expect(textIn(chunksIn(await behind.whole))).toBe("3");
  });

  it("can be read by a stock AI SDK client, which keeps the place out of the message", async () => {
    const first = door();
    book.when("ahead", () => saying(["1"], first.wait));
    book.when("stock", () => saying(["whole"]));
    const server = createServer(serveRoutes());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const person = await newPerson();
    const ahead = post(person.id, question("ahead")).then(readAll);
    await first.reached;
    const { id: chatId, message } = question("stock");
    const stream = await new DefaultChatTransport({
      api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/chat`,
      headers: { "x-test-user": person.id },
    }).sendMessages({
      chatId,
      messages: [message],
      trigger: "submit-message",
      messageId: undefined,
      abortSignal: undefined,
    });
    let isTold: (place: UIMessageChunk) => void = () => undefined;
    const told = new Promise<UIMessageChunk>((resolve) => {
      isTold = resolve;
    });
    const [forUs, forSdk] = stream.tee();
    void forUs.pipeTo(
      new WritableStream({ write: (chunk) => void (chunk.type === "data-queue" && isTold(chunk)) }),
    );
    let last: UIMessage | undefined;
    const folded = (async () => {
      for await (const shown of readUIMessageStream({ stream: forSdk })) last = shown;
    })();
    expect(await told).toEqual({ type: "data-queue", data: { ahead: 0 }, transient: true });
    first.open();
    await Promise.all([folded, ahead]);
    expect(last?.parts).toEqual([{ type: "step-start" }, { type: "text", text: "whole", state: "done" }]);
    server.close();
  });
});

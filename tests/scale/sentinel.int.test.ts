import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeQueues } from "../../lib/queue/enqueue";
import type { Consumers } from "../../lib/queue/start-consumers";
import { closeRedis } from "../../lib/redis";
import { headKey } from "../../lib/stream/run-keys";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  quickTiming,
  type Script,
  saying,
  scriptBook,
  startScriptedWorker,
  stop,
  textIn,
  until,
} from "../support/chat-harness";
import type { RedisNode } from "../support/redis-node";
import { type RedisWithSentinel, startRedisWithSentinel } from "../support/redis-sentinel";
import { readSteadily } from "../support/steady-reader";

let stores: RedisWithSentinel;
let worker: Consumers;
const book = scriptBook();

beforeAll(async () => {
  stores = await startRedisWithSentinel();
  process.env.REDIS_URL = stores.url;
  worker = await startScriptedWorker(book.play, { ...quickTiming, logPatienceMs: 30_000 });
});

afterAll(async () => {
  await worker.close(1_000);
  await closeQueues();
  await closeRedis();
  await stores.stop();
});

async function ask(text: string, script: Script) {
  book.when(text, script);
  const person = await newPerson();
  const asked = question(text);
  const response = await post(person.id, asked);
  expect(response.status).toBe(200);
  const reader = readSteadily(person.id, asked.id, response);
  return { person, conversationId: asked.id, runId: response.headers.get("x-run-id") ?? "", reader };
}

/** The number of chunks that a server has of an answer, in the database that the address names. */
async function lengthOn({ client }: RedisNode, runId: string): Promise<number> {
  const [, [, length]] = (await client.multi().select(2).hget(headKey(runId), "seq").exec()) as [
    unknown,
    [unknown, string | null],
  ];
  return Number(length ?? 0);
}

describe("behind sentinels", () => {
  it("an answer goes its whole way, and one that is stopped stops", async () => {
    const { reader } = await ask("whole", () => saying(["a whole ", "answer"]));
    expect(textIn(chunksIn(await reader.ended))).toBe("a whole answer");
    const stopped = await ask("stopped", () =>
      saying(["begun ", "never"], (index) =>
        index === 0 ? Promise.resolve() : new Promise(() => undefined),
      ),
    );
    await until(() => textIn(chunksIn(stopped.reader.events)) === "begun ");
    await stop(stopped.person.id, stopped.conversationId, { runId: stopped.runId });
    expect(chunksIn(await stopped.reader.ended).at(-1)?.type).toBe("abort");
  });

  it("what the replica had not got yet when the master died is written again, and the queue goes on", async () => {
    const isCut = door();
    const isDead = door();
    const { runId, reader } = await ask("failing over", () =>
      saying(
        ["kept ", "lost ", "after"],
        (index) => [Promise.resolve(), isCut.wait(), isDead.wait()][index] ?? Promise.resolve(),
      ),
    );
    const hasBegun = () => textIn(chunksIn(reader.events)) === "kept ";
    await until(hasBegun);
    const kept = await until(
      () => lengthOn(stores.replica, runId),
      (length) => length === reader.events.at(-1)?.id,
    );
    await stores.cutReplication();
    isCut.open();
    await until(() => textIn(chunksIn(reader.events)) === "kept lost ");
    expect(await lengthOn(stores.replica, runId)).toBe(kept);
    await stores.master.kill();
    await stores.waitForFailover();
    isDead.open();
    expect(textIn(chunksIn(await reader.ended))).toBe("kept lost after");
    expect(reader.events.map(({ id }) => id)).toEqual(reader.events.map((_, index) => index + 1));
    expect(await lengthOn(stores.replica, runId)).toBe(reader.events.length);
    const { reader: next } = await ask("afterwards", () => saying(["here again"]));
    expect(textIn(chunksIn(await next.ended))).toBe("here again");
  });
});

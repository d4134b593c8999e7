import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headKey } from "../../lib/stream/run-keys";
import { chunksIn, door, saying, textIn, until } from "../support/chat-harness";
import { type ChatOnRedis, openChatOnRedis } from "../support/chat-on-redis";
import type { RedisNode } from "../support/redis-node";
import { type RedisWithSentinel, startRedisWithSentinel } from "../support/redis-sentinel";

let stores: RedisWithSentinel;
let chat: ChatOnRedis;

beforeAll(async () => {
  stores = await startRedisWithSentinel();
  chat = await openChatOnRedis(stores.url);
});

afterAll(async () => {
  await chat.close();
  await stores.stop();
});

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
    const { reader } = await chat.ask("whole", () => saying(["a whole ", "answer"]));
    expect(textIn(chunksIn(await reader.ended))).toBe("a whole answer");
    const stopped = await chat.ask("stopped", () =>
      saying(["begun ", "never"], (index) =>
        index === 0 ? Promise.resolve() : new Promise(() => undefined),
      ),
    );
    await until(() => textIn(chunksIn(stopped.reader.events)) === "begun ");
    await stopped.stop();
    expect(chunksIn(await stopped.reader.ended).at(-1)?.type).toBe("abort");
  });

  it("what the replica had not got yet when the master died is written again, and the queue goes on", async () => {
    const isCut = door();
    const isDead = door();
    const { runId, reader } = await chat.ask("failing over", () =>
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
    const { reader: next } = await chat.ask("afterwards", () => saying(["here again"]));
    expect(textIn(chunksIn(await next.ended))).toBe("here again");
  });

  it("a master that says nothing any more is left for the one that takes its place", async () => {
    const [silent, next] = [stores.replica, stores.master];
    await next.start();
    await stores.waitForReplica(next);
    silent.freeze();
    // Each by itself, also the one that waits for questions.
    const names = ["purser-commands", "purser-queue", "purser-subscriber", "{purser:answer.generate}:"];
    await until(
      async () => String(await next.client.client("LIST")),
      (clients) => names.every((name) => clients.includes(`name=${name}`)),
      60_000,
    );
    const { reader } = await chat.ask("left", () => saying(["here again"]));
    expect(textIn(chunksIn(await reader.ended))).toBe("here again");
  }, 120_000);
});

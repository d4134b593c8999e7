import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headKey } from "../../lib/stream/run-keys";
import { chunksIn, door, type Script, saying, textIn, until } from "../support/chat-harness";
import { type ChatOnRedis, openChatOnRedis } from "../support/chat-on-redis";
import { type RedisCluster, startRedisCluster } from "../support/redis-cluster";
import type { RedisNode } from "../support/redis-node";

let cluster: RedisCluster;
let chat: ChatOnRedis;

beforeAll(async () => {
  cluster = await startRedisCluster();
  chat = await openChatOnRedis(cluster.url);
});

afterAll(async () => {
  await chat.close();
  await cluster.stop();
});

const numbersOf = ({ events }: { events: { id: number | null }[] }) => events.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Asks until the log of an answer lies on the wanted node; the answers before are stopped. */
async function askOn(isWanted: (node: RedisNode) => boolean, name: string, script: () => Script) {
  for (let turn = 0; ; turn += 1) {
    const asked = await chat.ask(`${name} ${turn}`, script());
    const node = await cluster.nodeOf(headKey(asked.runId));
    if (isWanted(node)) return { ...asked, node };
    await asked.stop();
  }
}

describe("on a Redis Cluster", () => {
  it("answers go their whole way, and their logs lie on different nodes", async () => {
    const used = new Set<RedisNode>();
    for (let number = 1; number <= 6 || used.size < 2; number += 1) {
      const { reader, runId } = await chat.ask(`spread ${number}`, () =>
        saying(["four ", "words ", "of ", `${number}`]),
      );
      expect(textIn(chunksIn(await reader.ended))).toBe(`four words of ${number}`);
      expect(numbersOf(reader)).toEqual(upTo(reader.events.length));
      const node = await cluster.nodeOf(headKey(runId));
      expect(await node.client.exists(headKey(runId))).toBe(1);
      used.add(node);
    }
  });

  it("a stopped answer stops", async () => {
    let wasAborted = false;
    const { reader, stop } = await chat.ask("stopped", ({ signal }) => {
      signal.addEventListener("abort", () => {
        wasAborted = true;
      });
      return saying(["begun ", "never"], (index) =>
        index === 0 ? Promise.resolve() : new Promise(() => undefined),
      );
    });
    await until(() => textIn(chunksIn(reader.events)) === "begun ");
    expect((await stop()).status).toBe(200);
    expect(chunksIn(await reader.ended).at(-1)?.type).toBe("abort");
    expect(textIn(chunksIn(reader.events))).toBe("begun ");
    expect(wasAborted).toBe(true);
  });

  it("the death of the node that has the log loses nothing, and answers elsewhere go on meanwhile", async () => {
    const queueNode = await cluster.nodeOf("{purser:answer.generate}");
    const isDead = door();
    const script = () =>
      saying(["before ", "during ", "after"], (index) => (index === 1 ? isDead.wait() : Promise.resolve()));
    const { reader, node } = await askOn(
      (candidate) => candidate !== queueNode,
      "log dies",
      () => script,
    );
    await until(() => textIn(chunksIn(reader.events)) === "before ");
    await node.kill();
    isDead.open();
    // The worker has written the rest by now; it lies in its memory.
    const elsewhere = await askOn(
      (candidate) => candidate !== node,
      "elsewhere",
      () => () => saying(["fine"]),
    );
    expect(textIn(chunksIn(await elsewhere.reader.ended))).toBe("fine");
    await node.start();
    expect(textIn(chunksIn(await reader.ended))).toBe("before during after");
    expect(numbersOf(reader)).toEqual(upTo(reader.events.length));
  });

  it("the death of the node that has the queue leaves a running answer alone, and questions are answered again", async () => {
    const queueNode = await cluster.nodeOf("{purser:answer.generate}");
    const isDead = door();
    const script = () =>
      saying(["before ", "after"], (index) => (index === 1 ? isDead.wait() : Promise.resolve()));
    const { reader } = await askOn(
      (candidate) => candidate !== queueNode,
      "queue dies",
      () => script,
    );
    await until(() => textIn(chunksIn(reader.events)) === "before ");
    await queueNode.kill();
    isDead.open();
    expect(textIn(chunksIn(await reader.ended))).toBe("before after");
    await queueNode.start();
    const { reader: next } = await chat.ask("again", () => saying(["here again"]));
    expect(textIn(chunksIn(await next.ended))).toBe("here again");
  });

  it("a node that freezes with the queue is waited for, and questions are answered again", async () => {
    const queueNode = await cluster.nodeOf("{purser:answer.generate}");
    queueNode.freeze();
    // Longer than the worker waits for an answer: it connects anew meanwhile.
    await sleep(9_000);
    queueNode.thaw();
    const { reader } = await chat.ask("thawed", () => saying(["here again"]));
    expect(textIn(chunksIn(await reader.ended))).toBe("here again");
  });
});

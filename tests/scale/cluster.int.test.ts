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
import { type RedisCluster, startRedisCluster } from "../support/redis-cluster";
import type { RedisNode } from "../support/redis-node";
import { readSteadily } from "../support/steady-reader";

let cluster: RedisCluster;
let worker: Consumers;
let person: { id: string };
const book = scriptBook();

beforeAll(async () => {
  cluster = await startRedisCluster();
  process.env.REDIS_URL = cluster.url;
  // A node may be away for as long as a slow machine needs to start it again.
  person = await newPerson();
  worker = await startScriptedWorker(book.play, { ...quickTiming, logPatienceMs: 30_000 });
});

afterAll(async () => {
  await worker.close(1_000);
  await closeQueues();
  await closeRedis();
  await cluster.stop();
});

async function ask(text: string, script: Script) {
  book.when(text, script);
  const asked = question(text);
  const response = await post(person.id, asked);
  expect(response.status).toBe(200);
  const reader = readSteadily(person.id, asked.id, response);
  return { conversationId: asked.id, runId: response.headers.get("x-run-id") ?? "", reader };
}

const numbersOf = ({ events }: { events: { id: number | null }[] }) => events.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Asks until the log of an answer lies on the wanted node; the answers before are stopped. */
async function askOn(isWanted: (node: RedisNode) => boolean, name: string, script: () => Script) {
  for (let turn = 0; ; turn += 1) {
    const asked = await ask(`${name} ${turn}`, script());
    const node = await cluster.nodeOf(headKey(asked.runId));
    if (isWanted(node)) return { ...asked, node };
    await stop(person.id, asked.conversationId, { runId: asked.runId });
  }
}

describe("on a Redis Cluster", () => {
  it("answers go their whole way, and their logs lie on different nodes", async () => {
    const used = new Set<RedisNode>();
    for (let number = 1; number <= 6 || used.size < 2; number += 1) {
      const { reader, runId } = await ask(`spread ${number}`, () =>
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
    const { conversationId, runId, reader } = await ask("stopped", ({ signal }) => {
      signal.addEventListener("abort", () => {
        wasAborted = true;
      });
      return saying(["begun ", "never"], (index) =>
        index === 0 ? Promise.resolve() : new Promise(() => undefined),
      );
    });
    await until(() => textIn(chunksIn(reader.events)) === "begun ");
    const answer = await stop(person.id, conversationId, { runId, seenSeq: reader.events.at(-1)?.id });
    expect(answer.status).toBe(200);
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

  // KNOWN DEFECT, not a matter of time: about one in five times a worker's blocking connection never comes back by itself.
  it.skip("the death of the node that has the queue leaves a running answer alone, and questions are answered again", async () => {
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
    const { reader: next } = await ask("again", () => saying(["here again"]));
    expect(textIn(chunksIn(await next.ended))).toBe("here again");
  });
});

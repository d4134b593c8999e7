import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "../tests/support/chat-harness";
import { type RedisCluster, startRedisCluster } from "../tests/support/redis-cluster";
import { connectRedis } from "./redis";

let cluster: RedisCluster;
/** As BullMQ makes it to wait for jobs. */
let copy: Cluster;

beforeAll(async () => {
  cluster = await startRedisCluster();
  process.env.REDIS_URL = cluster.url;
  const client = connectRedis("original", { maxRetriesPerRequest: null }) as Cluster;
  copy = client.duplicate();
  client.disconnect();
  copy.on("error", () => undefined);
});

afterAll(async () => {
  copy.disconnect();
  await cluster.stop();
});

it("a connection that is ended has ended, also when its nodes leave one after another", async () => {
  for (let round = 0; round < 5; round += 1) {
    // Of one node only: the others, never used, are gone at once.
    await copy.get("key");
    const hasEnded = new Promise((resolve) => copy.once("end", resolve));
    copy.disconnect();
    await hasEnded;
    await sleep(100);
    expect(copy.status).toBe("end");
    await copy.connect();
  }
});

it("whoever waits for a cluster that refuses is told so, and can connect when it is well again", async () => {
  const [last, ...dying] = cluster.nodes;
  await Promise.all(dying.map((node) => node.kill()));
  await until(
    async () => String(await last?.client.cluster("INFO")),
    (info) => info.includes("cluster_state:fail"),
    30_000,
  );
  copy.disconnect();
  await until(
    () => copy.status,
    (status) => status === "end",
  );
  await expect(copy.connect()).rejects.toThrow("Connection is");
  await Promise.all(dying.map((node) => node.start()));
  await until(
    () => copy.ping().catch(() => copy.connect().catch(() => undefined)),
    (answer) => answer === "PONG",
    30_000,
  );
});

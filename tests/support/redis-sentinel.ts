import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../embedded/process/free-port";
import { until } from "./chat-harness";
import { PASSWORD, type RedisNode, startRedisNode } from "./redis-node";

export type RedisWithSentinel = {
  url: string;
  master: RedisNode;
  replica: RedisNode;
  /** From now on the replica gets nothing any more, but keeps what it has. */
  cutReplication(): Promise<void>;
  /** Resolves when the sentinel has made the replica the master. */
  waitForFailover(): Promise<void>;
  /** Resolves when the sentinel has made this one, which came back, a replica that has everything. */
  waitForReplica(node: RedisNode): Promise<void>;
  stop(): Promise<void>;
};

const NAME = "purser-master";

/** A master, its replica, and a sentinel that puts the replica in its place a second after its death. */
export async function startRedisWithSentinel(): Promise<RedisWithSentinel> {
  const folder = await mkdtemp(join(tmpdir(), "purser-sentinel-"));
  const master = await startRedisNode(join(folder, "master"), settings());
  const replica = await startRedisNode(join(folder, "replica"), [
    ...settings(),
    `replicaof 127.0.0.1 ${master.port}`,
  ]);
  await until(async () => String(await replica.client.info("replication")), isLinked, 30_000);
  const sentinel = await startRedisNode(
    join(folder, "sentinel"),
    [
      `sentinel monitor ${NAME} 127.0.0.1 ${master.port} 1`,
      `sentinel auth-pass ${NAME} ${PASSWORD}`,
      `sentinel down-after-milliseconds ${NAME} 1000`,
      `sentinel failover-timeout ${NAME} 3000`,
    ],
    { isSentinel: true },
  );
  const ask = async (...question: string[]) => [await sentinel.client.call("SENTINEL", ...question)].flat(2);
  // It reads the list of replicas from the master every ten seconds, the first time at once.
  await until(async () => (await ask("replicas", NAME)).includes(String(replica.port)), Boolean, 30_000);
  const unused = await freePort();
  return {
    // The first one is down: clients go on to the next.
    url: `redis+sentinel://:${PASSWORD}@127.0.0.1:${unused},127.0.0.1:${sentinel.port}/${NAME}/2`,
    master,
    replica,
    cutReplication: async () => {
      await replica.client.config("SET", "masterauth", "not the password");
      await replica.client.call("CLIENT", "KILL", "TYPE", "master");
      await until(
        async () => String(await replica.client.info("replication")),
        (info) => !isLinked(info),
      );
    },
    waitForFailover: async () => {
      await until(
        async () => (await ask("get-master-addr-by-name", NAME)).includes(String(replica.port)),
        Boolean,
        40_000,
      );
      await until(
        async () => String(await replica.client.info("replication")),
        (info) => info.includes("role:master"),
        30_000,
      );
    },
    waitForReplica: async ({ client, port }) => {
      await until(async () => String(await client.info("replication")), isLinked, 40_000);
      await until(async () => (await ask("replicas", NAME)).includes(String(port)), Boolean, 30_000);
    },
    stop: async () => {
      await Promise.all([master, replica, sentinel].map((node) => node.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const settings = () => [
  `requirepass ${PASSWORD}`,
  `masterauth ${PASSWORD}`,
  'save ""',
  "appendonly no",
  "repl-diskless-sync-delay 0",
  "maxmemory-policy noeviction",
];

const isLinked = (replication: string) => replication.includes("master_link_status:up");

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../embedded/process/free-port";
import { until } from "./chat-harness";
import { PASSWORD, type RedisNode, startRedisNode } from "./redis-node";

export type RedisCluster = {
  url: string;
  nodes: RedisNode[];
  /** The node that has the slot of this key. */
  nodeOf(key: string): Promise<RedisNode>;
  stop(): Promise<void>;
};

const SLOTS = 16_384;

/** Three real nodes with a third of the slots each, which keep what they acknowledged when they are killed. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const folder = await mkdtemp(join(tmpdir(), "purser-cluster-"));
  const busPorts = await Promise.all([freePort(), freePort(), freePort()]);
  const nodes = await Promise.all(
    busPorts.map((busPort, index) => startRedisNode(join(folder, `node-${index}`), settings(busPort))),
  );
  const share = Math.ceil(SLOTS / nodes.length);
  await Promise.all(
    nodes.map(async ({ client }, index) => {
      await client.cluster("SET-CONFIG-EPOCH", index + 1);
      await client.call("CLUSTER", "ADDSLOTSRANGE", index * share, Math.min(SLOTS, (index + 1) * share) - 1);
    }),
  );
  const [first, ...others] = nodes;
  for (const [index, { port }] of others.entries())
    await first?.client.call("CLUSTER", "MEET", "127.0.0.1", port, busPorts[index + 1] ?? 0);
  for (const node of nodes) await until(() => knowsAll(node, nodes.length), Boolean, 30_000);
  return {
    url: `redis+cluster://:${PASSWORD}@${nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")}`,
    nodes,
    nodeOf: async (key) => {
      const alive = nodes.find(({ client }) => client.status === "ready") ?? first;
      const slot = (await alive?.client.cluster("KEYSLOT", key)) ?? 0;
      const node = nodes[Math.floor(slot / share)];
      if (node === undefined) throw new Error(`No node has slot ${slot}.`);
      return node;
    },
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const settings = (busPort: number) => [
  "cluster-enabled yes",
  `cluster-port ${busPort}`,
  "cluster-node-timeout 2000",
  "cluster-require-full-coverage no",
  `requirepass ${PASSWORD}`,
  `masterauth ${PASSWORD}`,
  'save ""',
  "appendonly yes",
  "maxmemory-policy noeviction",
];

async function knowsAll({ client }: RedisNode, count: number): Promise<boolean> {
  const info = String(await client.cluster("INFO"));
  return (
    info.includes("cluster_state:ok") &&
    info.includes(`cluster_known_nodes:${count}`) &&
    info.includes(`cluster_slots_ok:${SLOTS}`)
  );
}

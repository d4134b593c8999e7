import { Cluster, type ClusterOptions, Redis, type RedisOptions } from "ioredis";
import { env } from "./env";
import { lazy } from "./lazy";
import { log } from "./log";
import type { RedisAddress, RedisNode } from "./redis-address";

const RECONNECT_MS = 2_000;
/** A node that died without a word is found out by asking the others who serves its slots. */
const LOOK_AT_CLUSTER_MS = 2_000;
const HEARTBEAT_MS = 5_000;
/** Longer than the queues ever wait for a job with one command (10 s). */
const SILENCE_MS = 15_000;
/** Of a sentinel that is asked who is master; then the next one is asked. */
const SENTINEL_MS = 2_000;

/** One server (or the master that sentinels name), or a cluster: both take the same commands. */
type RedisClient = Redis | Cluster;

type RedisClientOptions = {
  /** `null` waits for Redis without end. */
  maxRetriesPerRequest?: number | null;
  /** A command fails after this long, whatever happened to it. */
  commandTimeout?: number;
  enableAutoPipelining?: boolean;
};

/**
 * A connection to what REDIS_URL names: Redis or Valkey, alone, as a cluster, or behind sentinels. Every one has an error
 * listener: without it a dropped connection would end the process. `name` shows in CLIENT LIST and in the log.
 */
export function connectRedis(name: string, options: RedisClientOptions = {}): RedisClient {
  const address = env().REDIS_URL;
  const node = nodeOptions(address, { connectionName: `purser-${name}`, ...options });
  if (address.kind === "cluster") return noting(name, connectCluster(address.nodes, node));
  return noting(name, connectServer(address, node));
}

/**
 * A connection to hear what is published; it subscribes again by itself. Whatever is published on one node of a cluster
 * reaches all of them, so one node will do: those of REDIS_URL in turn, the next one when one is lost.
 */
export function connectSubscriber(name: string, options: RedisClientOptions = {}): Redis {
  const address = env().REDIS_URL;
  const node = nodeOptions(address, { connectionName: `purser-${name}`, ...options });
  const client =
    address.kind === "cluster" ? connectAnyNode(address.nodes, node) : connectServer(address, node);
  return noting(name, client);
}

/**
 * A server that hangs, or a connection that only one end has left, would otherwise be silent for ever. Behind sentinels
 * the next connection goes to whoever is master by then.
 */
function leaveWhenSilent(client: Redis): void {
  let isAnswered = true;
  const answer = () => {
    isAnswered = true;
  };
  client.on("ready", answer);
  const timer = setInterval(() => {
    const isOpen = client.status === "ready" || client.status === "connect";
    const hangs = isOpen && !isAnswered;
    isAnswered = hangs || !isOpen;
    if (hangs) client.disconnect(true);
    else if (client.status === "ready") client.ping().then(answer, () => undefined);
  }, HEARTBEAT_MS);
  timer.unref();
  client.once("end", () => clearInterval(timer));
}

function noting<Client extends RedisClient>(name: string, client: Client): Client {
  const warn = (error: Error) => log().warn({ connection: name, err: error }, "redis connection");
  client.on("error", warn);
  client.on("node error", warn);
  if (client instanceof Redis) leaveWhenSilent(client);
  return client;
}

const backoff = (attempt: number) => Math.min(attempt * 50, RECONNECT_MS);

type NodeOptions = Omit<RedisOptions, "replyMapping">;

function nodeOptions(
  address: RedisAddress,
  options: RedisClientOptions & { connectionName: string },
): NodeOptions {
  return {
    ...options,
    // Also where no heartbeat is: in the copies that BullMQ makes for waiting, and in the connections of a cluster.
    socketTimeout: SILENCE_MS,
    ...address.login,
    ...(address.isEncrypted && { tls: {} }),
    // A master that was made a replica refuses writes: leave it, ask who is master now, and send the command there.
    reconnectOnError: (error) => (error.message.startsWith("READONLY") ? 2 : false),
  };
}

type OneServer = Exclude<RedisAddress, { kind: "cluster" }>;

function connectServer(address: OneServer, node: NodeOptions): Redis {
  const options = { ...node, retryStrategy: backoff };
  if (address.kind === "single") return new Redis(address.url, options);
  const { sentinelLogin } = address;
  return new Redis({
    ...options,
    sentinels: address.sentinels,
    name: address.master,
    db: address.database,
    sentinelRetryStrategy: backoff,
    sentinelCommandTimeout: SENTINEL_MS,
    ...(sentinelLogin.username && { sentinelUsername: sentinelLogin.username }),
    ...(sentinelLogin.password && { sentinelPassword: sentinelLogin.password }),
    ...(address.isEncrypted && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  });
}

function connectAnyNode(nodes: RedisNode[], node: NodeOptions): Redis {
  let turn = Math.floor(Math.random() * nodes.length);
  const next = () => nodes[turn++ % nodes.length] ?? {};
  const client: Redis = new Redis({
    ...node,
    ...next(),
    retryStrategy: (attempt) => {
      Object.assign(client.options, next());
      return backoff(attempt);
    },
  });
  return client;
}

function connectCluster(nodes: RedisNode[], node: NodeOptions): Cluster {
  return Object.assign(new BoundedCluster(nodes, node), {
    // BullMQ waits for jobs with a copy, which the driver would make without our bounds.
    duplicate: (_nodes?: unknown, options: ClusterOptions = {}) =>
      connectCluster(nodes, { ...node, ...options.redisOptions }),
  });
}

/** A cluster in which nothing waits without end that the driver would let wait. */
class BoundedCluster extends Cluster {
  constructor(nodes: RedisNode[], node: NodeOptions) {
    const waitsWithoutEnd = node.maxRetriesPerRequest === null;
    super(nodes, {
      redisOptions: { ...node, enableAutoPipelining: false },
      clusterRetryStrategy: backoff,
      // Of a pipeline in which only some commands are redirected the driver follows none, and it saves next to nothing here.
      enableAutoPipelining: false,
      slotsRefreshInterval: LOOK_AT_CLUSTER_MS,
      maxRedirections: waitsWithoutEnd ? Number.POSITIVE_INFINITY : 20,
      retryDelayOnMoved: 20,
      // The certificate of a node names its host, so the name must not be replaced by an address.
      ...(node.tls && { dnsLookup: (host, found) => found(null, host) }),
    });
    this.#leaveNoCloseUnanswered();
  }

  /**
   * The driver says "close" once for every node that was the last to leave, but answers only the first. The second would
   * be its state for ever, neither ended nor on its way back.
   */
  #leaveNoCloseUnanswered(): void {
    let hasEnded = false;
    this.on("end", () => {
      hasEnded = true;
    });
    this.on("reconnecting", () => {
      hasEnded = false;
    });
    this.on("close", () =>
      process.nextTick(() => {
        if (this.status !== "close") return;
        if (hasEnded) this.status = "end";
        else this.connect().catch(() => undefined);
      }),
    );
  }

  /**
   * When the node that is asked whether all is well has just died, the driver connects anew but never settles what this
   * attempt has promised. BullMQ waits for that promise, and took no job ever after.
   */
  override connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const closed = () => reject(new Error("Connection is closed."));
      this.once("close", closed);
      super
        .connect()
        .then(resolve, reject)
        .finally(() => this.off("close", closed));
    });
  }

  // While no node can be reached the driver would queue commands and forget their time limit.
  override sendCommand(...[command, ...rest]: Parameters<Cluster["sendCommand"]>): unknown {
    const limitMs = this.options.redisOptions?.commandTimeout;
    if (limitMs !== undefined) command.setTimeout(limitMs);
    return super.sendCommand(command, ...rest);
  }
}

/**
 * The connection for commands, one per process. All commands of one turn of the event loop travel as one pipeline
 * (in a cluster each for itself).
 * It fails within seconds when Redis is away instead of queueing without end: callers retry or say `unavailable`.
 */
export const redis = lazy("redis", () =>
  connectRedis("commands", { enableAutoPipelining: true, maxRetriesPerRequest: 2, commandTimeout: 5_000 }),
);

export async function closeRedis(): Promise<void> {
  await redis()
    .quit()
    .catch(() => redis().disconnect());
}

import { Redis, type RedisOptions } from "ioredis";
import { env } from "./env";
import { lazy } from "./lazy";
import { log } from "./log";

const RECONNECT_MS = 2_000;

/**
 * A connection to Redis or Valkey. Every one has an error listener: without it a dropped connection would end the process.
 * `name` shows in CLIENT LIST and in the log.
 */
export function connectRedis(name: string, options: Omit<RedisOptions, "replyMapping"> = {}): Redis {
  const client = new Redis(env().REDIS_URL, {
    connectionName: `purser-${name}`,
    retryStrategy: (attempt) => Math.min(attempt * 50, RECONNECT_MS),
    ...options,
  });
  client.on("error", (error) => log().warn({ connection: name, err: error }, "redis connection"));
  return client;
}

/**
 * The connection for commands, one per process. All commands of one turn of the event loop travel as one pipeline.
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

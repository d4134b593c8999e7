import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "../../embedded/process/free-port";
import { spawnServer, waitUntilReady } from "../../embedded/process/server-process";
import { stopProcess } from "../../embedded/process/stop-process";
import { findRedis } from "../../embedded/redis/find-redis";
import { PACKAGE_CACHE } from "../../scripts/launch/package-cache";

/** A Redis of a test that dies and comes back at the same port with the same settings. */
export type RedisNode = {
  port: number;
  /** For the test itself; it connects again by itself. */
  client: Redis;
  /** As with kill -9: nothing is said and nothing is saved. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** It keeps its connections and takes new ones, but answers nothing until it is thawed. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

export const PASSWORD = "for-tests-only";

/** @param settings lines of redis.conf besides port, folder and password */
export async function startRedisNode(
  directory: string,
  settings: string[],
  options: { isSentinel?: boolean } = {},
): Promise<RedisNode> {
  const port = await freePort();
  await mkdir(directory, { recursive: true });
  const program = await findRedis(PACKAGE_CACHE);
  const settingsFile = join(directory, "redis.conf");
  const lines = ["bind 127.0.0.1", `port ${port}`, `dir ${JSON.stringify(directory)}`, ...settings];
  await writeFile(settingsFile, `${lines.join("\n")}\n`);
  const client = new Redis({
    port,
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => 50,
    ...(!options.isSentinel && { password: PASSWORD }),
  });
  client.on("error", () => undefined);
  const logFile = join(directory, "redis.log");
  let pid = 0;
  let exited: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    const server = await spawnServer(
      program.file,
      options.isSentinel ? [settingsFile, "--sentinel"] : [settingsFile],
      { logFile, cwd: directory, env: program.env },
    );
    ({ pid, exited } = server);
    await waitUntilReady(server, () => answers(port, !options.isSentinel), {
      name: "Redis",
      logFile,
      limitMs: 30_000,
    });
  }
  async function kill(): Promise<void> {
    process.kill(pid, "SIGKILL");
    await exited;
  }
  async function stop(): Promise<void> {
    client.disconnect();
    await stopProcess(pid, [["SIGKILL", 5_000]]);
  }
  await start();
  const freeze = () => void process.kill(pid, "SIGSTOP");
  const thaw = () => void process.kill(pid, "SIGCONT");
  return { port, client, kill, start, freeze, thaw, stop };
}

/** Also that it has loaded its data: until then it answers every command with an error. */
async function answers(port: number, hasPassword: boolean): Promise<boolean> {
  const client = new Redis({
    port,
    lazyConnect: true,
    retryStrategy: () => null,
    ...(hasPassword && { password: PASSWORD }),
  });
  client.on("error", () => undefined);
  try {
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

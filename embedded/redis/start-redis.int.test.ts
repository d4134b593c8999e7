import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PACKAGE_CACHE } from "../../scripts/launch/package-cache";
import type { RunningServer } from "../process/server-process";
import { isAlive } from "../process/stop-process";
import { startRedis } from "./start-redis";

describe("the embedded Redis", () => {
  let directory: string;
  const running: RunningServer[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "purser-redis-"));
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function start(): Promise<RunningServer> {
    const server = await startRedis({ directory, packageCache: PACKAGE_CACHE, durable: true });
    running.push(server);
    return server;
  }

  async function ask<Answer>(url: string, question: (client: Redis) => Promise<Answer>): Promise<Answer> {
    const client = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on("error", () => undefined);
    try {
      return await question(client);
    } finally {
      client.disconnect();
    }
  }

  it("has what it acknowledged after kill -9", async () => {
    const first = await start();
    await ask(first.url, async (client) => {
      for (let index = 0; index < 500; index += 1) await client.rpush("log", index);
    });
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    const second = await start();
    expect(await ask(second.url, (client) => client.llen("log"))).toBe(500);
  });

  it("stops the server that a killed launcher left", async () => {
    const orphan = await start();
    await ask(orphan.url, (client) => client.set("key", "kept"));
    const second = await start();
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await ask(second.url, (client) => client.get("key"))).toBe("kept");
  });

  it("leaves alone what now has the number of a dead server", async () => {
    await writeFile(join(directory, "redis.pid"), String(process.pid));
    await start();
    expect(isAlive(process.pid)).toBe(true);
  });

  it("never throws keys away to make room", async () => {
    const server = await start();
    const policy = await ask(server.url, (client) => client.config("GET", "maxmemory-policy"));
    expect(policy).toEqual(["maxmemory-policy", "noeviction"]);
  });

  it("wants a password, which only its owner can read", async () => {
    const server = await start();
    const stranger = new URL(server.url);
    stranger.password = "";
    await expect(ask(stranger.href, (client) => client.get("key"))).rejects.toThrow();
    for (const name of ["password", "redis.conf"]) {
      expect((await stat(join(directory, name))).mode & 0o077).toBe(0);
    }
  });

  it("says that a damaged folder can be deleted", async () => {
    const first = await start();
    await ask(first.url, (client) => client.set("key", "value"));
    await first.stop();
    await writeFile(
      join(directory, "appendonlydir", "appendonly.aof.manifest"),
      "file nonsense seq one type x\n",
    );
    await expect(start()).rejects.toThrow(/Redis cannot open .*delete that folder/);
  });
});

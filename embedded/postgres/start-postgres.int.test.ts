import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "../process/stop-process";
import { type PostgresServer, startPostgres } from "./start-postgres";

describe("the embedded PostgreSQL", () => {
  let parent: string;
  let directory: string;
  const running: PostgresServer[] = [];

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "purser-postgres-"));
    await chmod(parent, 0o755);
    directory = join(parent, "postgres");
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    await rm(parent, { recursive: true, force: true });
  });

  async function start({ durable = false } = {}): Promise<PostgresServer> {
    const server = await startPostgres({ directory, durable });
    running.push(server);
    return server;
  }

  async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
    const client = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return await client.unsafe(statement);
    } finally {
      await client.end();
    }
  }

  it("keeps what was written over a stop and a start", async () => {
    const first = await start();
    expect(first.isNew).toBe(true);
    await query(first.url, "create table notes as select 'kept' as note");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second.isNew).toBe(false);
    expect(await query(second.url, "select note from notes")).toEqual([{ note: "kept" }]);
  });

  it("stops the server that a killed launcher left, and loses nothing of it", async () => {
    const orphan = await start({ durable: true });
    await query(orphan.url, "create table notes as select 'kept' as note");
    const second = await start({ durable: true });
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(second.url, "select note from notes")).toEqual([{ note: "kept" }]);
  });

  it("is not held up by the pid file of a process that is something else by now", async () => {
    const first = await start();
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    const pidFile = join(first.dataFolder, "postmaster.pid");
    const lines = (await readFile(pidFile, "utf8")).split("\n");
    await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
    const second = await start();
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("lets in nobody without the password, and shows it to nobody else", async () => {
    const server = await start();
    const stranger = new URL(server.url);
    stranger.password = "guess";
    await expect(query(stranger.href, "select 1")).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(directory, "password"))).mode & 0o077).toBe(0);
  });

  it("stores text as UTF-8, whatever the locale of the machine", async () => {
    const server = await start();
    const rows = await query(server.url, "select pg_encoding_to_char(encoding) as name from pg_database");
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(["UTF8"]));
  });

  it("begins anew after a first start that was cut short", async () => {
    await mkdir(join(directory, "data.new"), { recursive: true });
    await writeFile(join(directory, "data.new", "PG_VERSION"), "18");
    expect((await start()).isNew).toBe(true);
  });

  it("says which folder is damaged and what can be done", async () => {
    const server = await start();
    await server.stop();
    await rm(join(server.dataFolder, "global"), { recursive: true });
    await expect(start()).rejects.toThrow(/cannot open .*data.*delete the data folder/);
  });

  it("says so when the folder holds something else", async () => {
    await mkdir(join(directory, "data"), { recursive: true });
    await expect(start()).rejects.toThrow(/not a PostgreSQL data folder/);
  });

  // Only root must run it as somebody else.
  it.runIf(process.getuid?.() === 0)("finds a place for a folder that nobody else may enter", async () => {
    await chmod(parent, 0o700);
    const server = await start();
    expect(server.dataFolder.startsWith(parent)).toBe(false);
    expect((await readFile(join(directory, "location"), "utf8")).trim()).toBe(join(server.dataFolder, ".."));
    await query(server.url, "create table notes as select 'kept' as note");
    await server.stop();
    const again = await start();
    expect(await query(again.url, "select note from notes")).toEqual([{ note: "kept" }]);
    await again.stop();
    await rm(join(server.dataFolder, ".."), { recursive: true });
    expect(existsSync(server.dataFolder)).toBe(false);
  });
});

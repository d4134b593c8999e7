import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startMongoServer } from "./server";

const MAIN = join(import.meta.dirname, "main.ts");

describe("a server process", () => {
  let directory: string;
  let child: ChildProcess | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "purser-mongo-"));
  });
  afterEach(async () => {
    if (child?.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await rm(directory, { recursive: true, force: true });
  });

  /** Starts the entry point as its own process and waits for its one line. */
  async function start(): Promise<string> {
    const server = spawn(process.execPath, ["--import", "tsx", MAIN, "--directory", directory], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    child = server;
    if (server.stdout === null) throw new Error("no output to read");
    const [line] = await once(server.stdout, "data");
    const url = /^ready (\S+)\n$/.exec(String(line))?.[1];
    if (url === undefined) throw new Error(`unexpected first line: ${String(line)}`);
    return url;
  }

  it("killed in a storm of writes has every acknowledged one when it is back", async () => {
    const connection = await createConnection(await start(), { serverSelectionTimeoutMS: 500 }).asPromise();
    const collection = connection.collection<{ _id: string; n?: number }>("storm");
    const acknowledged = new Set<string>();
    const increments = new Map<string, number>();
    const writer = async (name: number) => {
      for (let n = 0; ; n++) {
        const _id = `${name}-${n}`;
        await collection.insertOne({ _id });
        acknowledged.add(_id);
        await collection.updateOne({ _id: `counter-${name}` }, { $inc: { n: 1 } }, { upsert: true });
        increments.set(`counter-${name}`, n + 1);
      }
    };
    const writers = Array.from({ length: 8 }, (_, name) => writer(name));
    const settled = Promise.allSettled(writers);
    while (acknowledged.size < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    const exited = child ? once(child, "exit") : undefined;
    child?.kill("SIGKILL");
    await Promise.all([settled, exited]);
    await connection.close(true);

    const server = await startMongoServer({ directory });
    const after = await createConnection(server.url).asPromise();
    const found = await after.collection<{ _id: string; n?: number }>("storm").find().toArray();
    const byId = new Map(found.map(({ _id, n }) => [_id, n]));
    expect([...acknowledged].filter((id) => !byId.has(id))).toEqual([]);
    for (const [id, n] of increments) expect(byId.get(id)).toBeGreaterThanOrEqual(n);
    await after.close();
    await server.stop();
  });

  it("ends cleanly on SIGTERM", async () => {
    await start();
    child?.kill("SIGTERM");
    expect(await once(child as ChildProcess, "exit")).toEqual([0, null]);
  });

  it("ends when its parent is gone", async () => {
    await start();
    child?.disconnect();
    expect(await once(child as ChildProcess, "exit")).toEqual([0, null]);
  });

  it("says in one line why it cannot start", async () => {
    const server = await startMongoServer({ directory });
    const second = spawn(process.execPath, ["--import", "tsx", MAIN, "--directory", directory]);
    const [output] = await once(second.stderr, "data");
    expect(String(output)).toMatch(/in use by another built-in MongoDB server .*Stop it first/);
    expect(await once(second, "exit")).toEqual([1, null]);
    await server.stop();
  });
});

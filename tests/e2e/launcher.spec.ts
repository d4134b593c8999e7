import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { isAlive } from "../../embedded/process/stop-process";
import { type Application, servicesOf, startApplication } from "./support/application";

/** Every process that the copy has started. */
async function processesOf({ dataDirectory }: { dataDirectory: string }): Promise<number[]> {
  const file = join(dataDirectory, "processes.json");
  const processes = JSON.parse(await readFile(file, "utf8")) as Record<string, { pid: number }>;
  return Object.values(processes).map(({ pid }) => pid);
}

async function countUsers(application: Application): Promise<number> {
  const client = postgres((await servicesOf(application)).databaseUrl, { max: 1 });
  try {
    const [row] = await client<{ count: number }[]>`select count(*)::int as count from users`;
    return row?.count ?? 0;
  } finally {
    await client.end();
  }
}

test.describe("npm start on a data folder that is kept", () => {
  test.describe.configure({ mode: "serial", timeout: 180_000 });
  const folder = join(tmpdir(), `purser-e2e-launcher-${process.pid}`);
  let copy: Application;

  test.afterAll(async () => {
    await copy?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("becomes ready, says how to sign in, and keeps its URLs to itself", async () => {
    copy = await startApplication({}, folder);
    expect(copy.output()).toMatch(/^ready http:\/\/localhost:\d+$/m);
    await expect.poll(copy.output).toMatch(/demo@purser\.example with password \w+/);
    expect(copy.output()).toContain("build: unchanged");
    expect((await processesOf(copy)).length).toBeGreaterThanOrEqual(6);
  });

  test("kill -9 of the launcher: the next start finds what it left, and all that was kept", async () => {
    const users = await countUsers(copy);
    const before = await processesOf(copy);
    copy.process.kill("SIGKILL");
    copy = await startApplication({}, folder);
    expect(before.filter(isAlive)).toEqual([]);
    expect(await countUsers(copy)).toBe(users);
    expect((await fetch(`${copy.url}/api/health/ready`)).status).toBe(200);
  });

  test("SIGTERM leaves no process behind and no address to call", async () => {
    const processes = await processesOf(copy);
    expect(await copy.stop()).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
    await expect(servicesOf(copy)).rejects.toThrow(/ENOENT/);
  });

  test("the worker can live in the web process", async () => {
    copy = await startApplication({ WORKER_MODE: "inline" }, folder);
    const health = (await (await fetch(`${copy.url}/api/health/ready`)).json()) as Record<string, string>;
    expect(health).toMatchObject({ status: "ready", worker: "up" });
    expect(await processesOf(copy)).toHaveLength(5);
  });
});

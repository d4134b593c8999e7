import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockDirectory } from "../../embedded/process/directory-lock";
import { freePort } from "../../embedded/process/free-port";
import { runCommand } from "../../embedded/process/run-command";
import { EnvironmentSchema } from "../../lib/env";

const NO_SETTINGS = Object.fromEntries(Object.keys(EnvironmentSchema.shape).map((key) => [key, ""]));

/** What a newcomer reads when the start cannot succeed: one line (bad settings: one each) with the remedy. */
describe("npm start, when it cannot", () => {
  let dataDirectory: string;
  let port: number;
  const cleanUp: (() => unknown)[] = [];

  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), "purser-launcher-"));
    port = await freePort();
  });
  afterEach(async () => {
    for (const undo of cleanUp.splice(0)) await undo();
    await rm(dataDirectory, { recursive: true, force: true });
  });

  const start = (environment: Record<string, string> = {}) =>
    runCommand(process.execPath, ["scripts/start.mjs"], {
      env: {
        ...process.env,
        ...NO_SETTINGS,
        DATA_DIR: dataDirectory,
        PORT: String(port),
        ...environment,
      },
    });

  /** Keeps the start from going further than the check under test. */
  async function occupyPort(): Promise<void> {
    const server: Server = createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    cleanUp.push(() => new Promise((resolve) => server.close(resolve)));
  }

  it("names the Node that is too old and the ones that are wanted", async () => {
    const { code, output } = await start({ PURSER_ASSUME_NODE: "18.20.8" });
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toMatch(/Node 18\.20\.8 .*20\.19\.0.*nodejs\.org/);
  });

  it("names the port that is taken and how to use another", async () => {
    await occupyPort();
    const { code, output } = await start();
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toContain(`Port ${port} is taken`);
    expect(output).toContain(`PORT=${port + 1} npm start`);
  });

  it("names a port that is none", async () => {
    const { code, output } = await start({ PORT: "eighty" });
    expect(code).toBe(1);
    expect(output).toContain("PORT=eighty");
  });

  it("names every bad setting, before anything is started", async () => {
    const { code, output } = await start({ LOG_LEVEL: "chatty", OPENAI_BASE_URL: "nowhere" });
    expect(code).toBe(1);
    expect(output).toContain("LOG_LEVEL");
    expect(output).toContain("OPENAI_BASE_URL");
    expect(existsSync(join(dataDirectory, "postgres"))).toBe(false);
  });

  it("names the configured server that does not answer", async () => {
    const { code, output } = await start({ REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(code).toBe(1);
    expect(output).toContain(`REDIS_URL names 127.0.0.1:${port}`);
  });

  it("refuses a data folder that another copy uses, and leaves that copy's lock alone", async () => {
    const unlock = lockDirectory(dataDirectory, "test");
    cleanUp.push(unlock);
    const before = await readFile(join(dataDirectory, "lock"), "utf8");
    const { code, output } = await start();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`in use by another .*process ${process.pid}`));
    expect(output).toContain("DATA_DIR=");
    expect(await readFile(join(dataDirectory, "lock"), "utf8")).toBe(before);
  });

  it("takes over the lock of a copy that was killed, and gives it back", async () => {
    const dead = await killed();
    await writeFile(join(dataDirectory, "lock"), JSON.stringify({ pid: dead, startedAt: "1" }));
    await occupyPort();
    const { output } = await start();
    expect(output).toContain(`Port ${port} is taken`);
    expect(existsSync(join(dataDirectory, "lock"))).toBe(false);
  });

  it("says what to do with damaged secrets, and keeps them", async () => {
    await writeFile(join(dataDirectory, "secrets.json"), '{"AUTH_SECRET": "cut o');
    const { code, output } = await start();
    expect(code).toBe(1);
    expect(output).toMatch(/secrets\.json is damaged/);
    expect(await readFile(join(dataDirectory, "secrets.json"), "utf8")).toBe('{"AUTH_SECRET": "cut o');
  });

  it("says what to do with a data folder that is a file", async () => {
    const file = join(dataDirectory, "file");
    await writeFile(file, "");
    const { code, output } = await start({ DATA_DIR: file });
    expect(code).toBe(1);
    expect(output).toContain("cannot be used as data folder");
  });
});

/** @returns the id of a process that has ended */
async function killed(): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const { pid } = child;
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGKILL");
  });
  if (pid === undefined) throw new Error("It never ran.");
  return pid;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, symlinkSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../embedded/process/run-command";
import { closeRedis } from "../../lib/redis";
import { until } from "../../tests/support/chat-harness";
import { bundleWorker } from "../launch/bundle-worker";
import { WORKER_FLAGS } from "../launch/worker-flags";
import { bundlePrograms } from "./bundle-programs";

/** The folder of the image, all but the web: that one is what `npm start` runs. */
let folder: string;
let worker: ChildProcess | undefined;
const emptyDatabase = `image_${Date.now()}`;
const administrator = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "purser-image-"));
  await Promise.all([bundlePrograms(folder), bundleWorker("workers/index.ts", join(folder, "worker"))]);
  cpSync("drizzle", join(folder, "drizzle"), { recursive: true });
  // The one package that is not in the bundle; the build of the web brings it along.
  await mkdir(join(folder, "node_modules"));
  symlinkSync(resolve("node_modules/@node-rs"), join(folder, "node_modules", "@node-rs"));
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await administrator.unsafe(`drop database if exists ${emptyDatabase} with (force)`);
  await administrator.end();
  await closeRedis();
  await rm(folder, { recursive: true, force: true });
});

const program = (file: string, env: NodeJS.ProcessEnv = process.env) =>
  runCommand(process.execPath, [file], { cwd: folder, env });

it("migrates an empty database, again without harm, and says what is missing", async () => {
  await administrator.unsafe(`create database ${emptyDatabase}`);
  const url = Object.assign(new URL(process.env.DATABASE_URL ?? ""), { pathname: `/${emptyDatabase}` }).href;
  const env = { ...process.env, DATABASE_URL: url };
  for (const time of ["first", "second"])
    expect(await program("programs/migrate-database.mjs", env), time).toEqual({
      code: 0,
      output: "The database schema is up to date.\n",
    });
  const without = await program("programs/migrate-database.mjs", { ...process.env, DATABASE_URL: "" });
  expect(without).toMatchObject({ code: 1, output: expect.stringContaining("DATABASE_URL is missing") });
});

it("has a worker that runs by Node alone, is healthy while it takes jobs, and goes in order", async () => {
  expect(await program("programs/check-worker.mjs")).toMatchObject({ code: 1 });
  worker = spawn(process.execPath, [...WORKER_FLAGS, "worker/index.mjs"], { cwd: folder, stdio: "ignore" });
  await until(async () => (await program("programs/check-worker.mjs")).code === 0, Boolean, 45_000);
  worker.kill("SIGTERM");
  expect(await once(worker, "exit")).toEqual([0, null]);
  expect(await program("programs/check-worker.mjs")).toMatchObject({ code: 1 });
});

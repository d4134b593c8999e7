import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lockDirectory } from "../../embedded/process/directory-lock";
import { lastLines, runCommand } from "../../embedded/process/run-command";
import { EnvironmentSchema } from "../../lib/env";
import { bundleWorker } from "./bundle-worker";
import { LaunchError } from "./launch-error";
import { say } from "./progress";
import { sourceHash } from "./source-hash";

const BUILDS = ".builds";
/** A build belongs to every copy of this clone, whatever their settings; empty ones keep those of `.env` out. */
const NO_SETTINGS = Object.fromEntries(Object.keys(EnvironmentSchema.shape).map((key) => [key, ""]));
const WORKER_FOLDER = "worker";
/** A copy that still runs an older build must find its files. */
const BUILDS_KEPT = 3;

/**
 * The folder of a production build of the sources as they are: an existing one, or a new one. It is moved into place
 * when it is whole, so an interrupted build is never taken for a good one, and copies that run stay untouched.
 */
export async function ensureBuild(stopping: AbortSignal): Promise<{ folder: string; isNew: boolean }> {
  const existing = findBuild();
  if (existing) return { folder: existing, isNew: false };
  const unlock = await waitForLock(stopping);
  try {
    const meanwhile = findBuild();
    if (meanwhile) return { folder: meanwhile, isNew: false };
    say("building (about a minute)");
    const folder = await build(stopping);
    removeOldBuilds();
    return { folder, isNew: true };
  } finally {
    unlock();
  }
}

/**
 * What starts the web process of a build, in its folder. A connection that a browser or a proxy keeps must not be closed
 * just when they send their next request on it: it is kept for longer than usual proxies keep it (60 seconds).
 */
export const WEB_PROGRAM = "server.js";
export const WEB_SETTINGS = { KEEP_ALIVE_TIMEOUT: "75000" } as const;

/** What starts the worker of a build. */
export const workerProgram = (build: string): string => join(build, WORKER_FOLDER, "index.mjs");

/** The build of the sources as they are; null when they were never built. */
export function findBuild(): string | null {
  const folder = join(BUILDS, sourceHash());
  if (!existsSync(folder)) return null;
  const now = new Date();
  utimesSync(folder, now, now); // the builds that were used last are kept
  return folder;
}

/** Two copies may start from one clone at the same time; the second uses what the first builds. */
async function waitForLock(stopping: AbortSignal): Promise<() => void> {
  mkdirSync(BUILDS, { recursive: true });
  for (let attempt = 0; ; attempt += 1) {
    stopping.throwIfAborted();
    try {
      return lockDirectory(BUILDS, "build");
    } catch (error) {
      if (attempt === 0) say("another copy is building; waiting for it");
      if (attempt > 600) throw new LaunchError(error instanceof Error ? error.message : String(error));
      await sleep(1_000);
    }
  }
}

async function build(stopping: AbortSignal): Promise<string> {
  const hash = sourceHash();
  const folder = join(BUILDS, hash);
  rmSync(join(".next", "standalone"), { recursive: true, force: true });
  const { code, output } = await runCommand(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, ...NO_SETTINGS, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    signal: stopping,
  });
  stopping.throwIfAborted();
  if (code !== 0)
    throw new LaunchError(`The build failed. Mend what it says and start again:\n${lastLines(output, 30)}`);
  if (sourceHash() !== hash)
    throw new LaunchError("The sources changed while they were built. Start again when they are at rest.");
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(".next", "standalone"), draft, { recursive: true, verbatimSymlinks: true });
  cpSync(join(".next", "static"), join(draft, ".next", "static"), { recursive: true });
  if (existsSync("public")) cpSync("public", join(draft, "public"), { recursive: true });
  await bundleWorker("workers/index.ts", join(draft, WORKER_FOLDER));
  // Settings are given to the process; a copy of `.env` in the build would outlive a change of it.
  for (const name of readdirSync(draft)) if (name.startsWith(".env")) rmSync(join(draft, name));
  renameSync(draft, folder);
  return folder;
}

function removeOldBuilds(): void {
  const builds = readdirSync(BUILDS)
    .map((name) => join(BUILDS, name))
    .filter((path) => statSync(path).isDirectory())
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of builds.slice(BUILDS_KEPT)) rmSync(path, { recursive: true, force: true });
}

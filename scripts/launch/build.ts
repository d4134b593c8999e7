import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lockDirectory } from "../../embedded/process/directory-lock";
import { lastLines, runCommand } from "../../embedded/process/run-command";
import { LaunchError } from "./launch-error";
import { say } from "./progress";
import { sourceHash } from "./source-hash";

const BUILDS = ".builds";
/** A copy that still runs an older build must find its files. */
const BUILDS_KEPT = 3;

/**
 * The folder of a production build of the sources as they are: an existing one, or a new one. It is moved into place
 * when it is whole, so an interrupted build is never taken for a good one, and copies that run stay untouched.
 */
export async function ensureBuild(): Promise<{ folder: string; isNew: boolean }> {
  const folder = join(BUILDS, sourceHash());
  if (existsSync(folder)) return { folder, isNew: false };
  const unlock = await waitForLock();
  try {
    if (existsSync(folder)) return { folder, isNew: false };
    say("building (about a minute)");
    await build(folder);
    removeOldBuilds();
    return { folder, isNew: true };
  } finally {
    unlock();
  }
}

/** Two copies may start from one clone at the same time; the second uses what the first builds. */
async function waitForLock(): Promise<() => void> {
  mkdirSync(BUILDS, { recursive: true });
  for (let attempt = 0; ; attempt += 1) {
    try {
      return lockDirectory(BUILDS, "build");
    } catch (error) {
      if (attempt === 0) say("another copy is building; waiting for it");
      if (attempt > 600) throw error;
      await sleep(1_000);
    }
  }
}

async function build(folder: string): Promise<void> {
  rmSync(join(".next", "standalone"), { recursive: true, force: true });
  const { code, output } = await runCommand(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0)
    throw new LaunchError(`The build failed. Mend what it says and start again:\n${lastLines(output, 30)}`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(".next", "standalone"), draft, { recursive: true, verbatimSymlinks: true });
  cpSync(join(".next", "static"), join(draft, ".next", "static"), { recursive: true });
  if (existsSync("public")) cpSync("public", join(draft, "public"), { recursive: true });
  // Settings are given to the process; a copy of `.env` in the build would outlive a change of it.
  for (const name of readdirSync(draft)) if (name.startsWith(".env")) rmSync(join(draft, name));
  renameSync(draft, folder);
}

function removeOldBuilds(): void {
  const builds = readdirSync(BUILDS)
    .map((name) => join(BUILDS, name))
    .filter((path) => statSync(path).isDirectory())
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of builds.slice(BUILDS_KEPT)) rmSync(path, { recursive: true, force: true });
}

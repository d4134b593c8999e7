import { delimiter } from "node:path";
import { unpackDebianPackages } from "../debian-packages";
import { findExecutable } from "../process/find-executable";
import { runCommand } from "../process/run-command";

export type RedisProgram = { file: string; env: NodeJS.ProcessEnv };

const PROGRAMS = ["redis-server", "valkey-server"] as const;
/** What BullMQ needs. */
const OLDEST_MAJOR = 6;
const REMEDY =
  'Install Redis or Valkey (Debian: "apt-get install redis-server", macOS: "brew install redis"), or set REDIS_URL in .env.';

/** `redis-server` or `valkey-server`: the one on the PATH, else the distribution's package, unpacked below `cacheFolder`. */
export async function findRedis(cacheFolder: string, say?: (line: string) => void): Promise<RedisProgram> {
  const installed = findExecutable(PROGRAMS);
  if (installed && (await isNewEnough(installed, process.env))) return { file: installed, env: process.env };
  const problems: string[] = [];
  // redis-tools, not redis-server, holds the program itself on Debian 12.
  for (const names of [
    ["redis-server", "redis-tools"],
    ["valkey-server", "valkey-tools"],
  ]) {
    try {
      const program = await unpacked(names, cacheFolder, say);
      if (program) return program;
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  const reason = problems[0] ? ` (${problems[0]})` : "";
  throw new Error(`There is no Redis on this machine and its package cannot be had${reason}. ${REMEDY}`);
}

async function unpacked(
  names: readonly string[],
  cacheFolder: string,
  say?: (line: string) => void,
): Promise<RedisProgram | null> {
  const packages = await unpackDebianPackages(names, cacheFolder, say);
  const file = packages && findExecutable(PROGRAMS, packages.programs);
  if (!packages || !file) return null;
  const libraryPath = [packages.libraryPath, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath };
  if (await isNewEnough(file, env)) return { file, env };
  throw new Error(`${file} does not run here`);
}

async function isNewEnough(file: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const { code, output } = await runCommand(file, ["--version"], { env });
  return code === 0 && Number(/v=(\d+)/.exec(output)?.[1] ?? 0) >= OLDEST_MAJOR;
}

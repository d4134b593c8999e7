import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { lastLines } from "./run-command";

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** A server that was started by us, reachable at `url` until `stop()` or `exited`. */
export type RunningServer = {
  url: string;
  port: number;
  pid: number;
  /** Settles when the process ends, wanted or not. Never rejects. */
  exited: Promise<Exit>;
  stop(): Promise<void>;
};

export type SpawnedServer = { pid: number; exited: Promise<Exit>; hasExited(): boolean };

/**
 * Starts a long-running program in its own process group, so that the Ctrl-C of a terminal reaches only the
 * launcher, which then stops everything in the right order. Output goes straight to `logFile`: it survives us.
 */
export function spawnServer(
  file: string,
  args: readonly string[],
  options: {
    logFile: string;
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    account?: { uid: number; gid: number } | null;
    /** A channel whose closing tells a Node process that we are gone. */
    channel?: boolean;
  },
): Promise<SpawnedServer> {
  const { logFile, cwd, env, account, channel } = options;
  const log = openSync(logFile, "a", 0o600);
  const child: ChildProcess = spawn(file, args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    env: env ?? process.env,
    detached: true,
    stdio: channel ? ["ignore", log, log, "ipc"] : ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  const exited = new Promise<Exit>((resolve) => {
    child.once("exit", (code, signal) => {
      ended = true;
      resolve({ code, signal });
    });
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${file} cannot be started: ${error.message}`)));
    child.once("spawn", () => resolve({ pid: child.pid ?? 0, exited, hasExited: () => ended }));
  });
}

/** Polls until `isReady`, until the process ends (throws with the end of its log) or until `limitMs`. */
export async function waitUntilReady(
  server: SpawnedServer,
  isReady: () => Promise<boolean>,
  options: { name: string; logFile: string; limitMs: number },
): Promise<void> {
  const deadline = performance.now() + options.limitMs;
  while (!(await isReady())) {
    if (server.hasExited()) {
      throw new Error(`${options.name} ended at once: ${await endOfLog(options.logFile)}`);
    }
    if (performance.now() > deadline) {
      throw new Error(
        `${options.name} is not ready after ${Math.round(options.limitMs / 1000)} s: ${await endOfLog(options.logFile)}`,
      );
    }
    await sleep(15);
  }
}

export async function endOfLog(logFile: string): Promise<string> {
  try {
    return lastLines(await readFile(logFile, "utf8"), 6);
  } catch (error) {
    return `(no log: ${error instanceof Error ? error.message : String(error)})`;
  }
}

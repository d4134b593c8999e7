import { type ChildProcess, spawn } from "node:child_process";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../embedded/process/free-port";
import { EnvironmentSchema } from "../../lib/env";

/** The application as `npm start` runs it, on a data folder of its own. */
export type RunningCopy = {
  url: string;
  dataFolder: string;
  stop(options: { keepLogs: boolean }): Promise<void>;
};

const STOP_LIMIT_MS = 60_000;
const KEPT_LOGS = join("test-results", "logs");

/** Starts a copy that knows nothing of the settings of this machine. @throws when it does not become ready */
export async function startCopy(say: (line: string) => void): Promise<RunningCopy> {
  const dataFolder = await mkdtemp(join(tmpdir(), "purser-e2e-"));
  // PostgreSQL may have to run as another account, which must be able to enter.
  await chmod(dataFolder, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    // In a process group of its own, so that the Ctrl-C of a terminal reaches it through us only, once.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...noSettings(), PORT: String(port), DATA_DIR: dataFolder },
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async ({ keepLogs }: { keepLogs: boolean }) => {
    await stop(child, exited);
    if (keepLogs) await cp(join(dataFolder, "logs"), KEPT_LOGS, { recursive: true, force: true });
    await rm(dataFolder, { recursive: true, force: true });
  };
  const stopWithUs = () => child.kill("SIGTERM");
  process.once("exit", stopWithUs);
  try {
    return { url: await untilReady(child, say), dataFolder, stop: end };
  } catch (error) {
    await end({ keepLogs: true }).catch((problem: unknown) => say(String(problem)));
    throw error;
  }
}

/** Empty counts as not set, and keeps a `.env` of the developer out. */
export function noSettings(): Record<string, string> {
  return Object.fromEntries(Object.keys(EnvironmentSchema.shape).map((key) => [key, ""]));
}

function untilReady(child: ChildProcess, say: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    const listen = (stream: NodeJS.ReadableStream | null) => {
      if (!stream) return;
      createInterface({ input: stream }).on("line", (line) => {
        printed.push(line);
        if (line.trim() !== "") say(`  ${line}`);
        const url = /^ready (http\S+)/.exec(line)?.[1];
        if (url) resolve(url);
      });
    };
    listen(child.stdout);
    listen(child.stderr);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`npm start ended:\n${printed.slice(-20).join("\n")}`)));
  });
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await exited;
  clearTimeout(force);
  if (child.exitCode !== 0) throw new Error(`npm start ended with ${child.exitCode ?? child.signalCode}.`);
}

import { type ChildProcess, spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../embedded/process/free-port";
import { EnvironmentSchema } from "../../../lib/env";

const READY_LIMIT_MS = 15 * 60_000;

/** Empty counts as not set, and keeps the `.env` of whoever runs the tests out of them. */
const NO_SETTINGS = Object.fromEntries(Object.keys(EnvironmentSchema.shape).map((key) => [key, ""]));
/** Where the logs of the copies stay, for whoever looks into a failed test. */
const LOGS = join("test-results", "logs");

/** How a running copy can be reached; plain data, so that it can be handed to the test processes. */
export type ApplicationAddress = { url: string; dataDirectory: string };
export type Application = ApplicationAddress & {
  output: () => string;
  stop(): Promise<number | null>;
  process: ChildProcess;
};

/** The whole application by its own `npm start`, on a free port, with a data folder that goes away with it. */
export async function startApplication(
  environment: Record<string, string> = {},
  folder?: string,
): Promise<Application> {
  const port = await freePort();
  const dataDirectory = folder ?? (await mkdtemp(join(tmpdir(), "purser-e2e-")));
  await mkdir(dataDirectory, { recursive: true });
  // Where PostgreSQL runs as another account than root, that account must be able to enter.
  await chmod(dataDirectory, 0o755);
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      ...NO_SETTINGS,
      LOG_LEVEL: "warn",
      ...environment,
      PORT: String(port),
      DATA_DIR: dataDirectory,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (/^ready http/m.test(output)) resolve();
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    void ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`npm start is not ready:\n${output}`)), READY_LIMIT_MS).unref();
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    await cp(join(dataDirectory, "logs"), join(LOGS, String(port)), { recursive: true }).catch(
      () => undefined,
    );
    if (!folder) await rm(dataDirectory, { recursive: true, force: true });
    return code;
  };
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://localhost:${port}`, dataDirectory, output: () => output, stop, process: child };
}

export type Services = {
  databaseUrl: string;
  mongoUrl: string;
  redisUrl: string;
  plaidUrl: string;
  webUrl: string;
};

export async function servicesOf({ dataDirectory }: ApplicationAddress): Promise<Services> {
  return JSON.parse(await readFile(join(dataDirectory, "services.json"), "utf8")) as Services;
}

/** The process that now plays that part. */
export async function processOf({ dataDirectory }: ApplicationAddress, part: string): Promise<number> {
  const processes = JSON.parse(await readFile(join(dataDirectory, "processes.json"), "utf8")) as Record<
    string,
    { pid: number }
  >;
  const found = processes[part];
  if (!found) throw new Error(`${part} does not run; there are ${Object.keys(processes).join(", ")}`);
  return found.pid;
}

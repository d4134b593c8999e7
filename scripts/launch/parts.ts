import { mkdirSync } from "node:fs";
import { startPostgres } from "../../embedded/postgres/start-postgres";
import { findExecutable } from "../../embedded/process/find-executable";
import { freePort } from "../../embedded/process/free-port";
import { spawnServer, waitUntilReady } from "../../embedded/process/server-process";
import { stopProcess } from "../../embedded/process/stop-process";
import { startRedis } from "../../embedded/redis/start-redis";
import { answersAt } from "./answers-at";
import type { DataDirectory } from "./data-directory";
import { readJsonFile, writeJsonFile } from "./json-file";
import { type NodeProcess, startNode } from "./node-process";
import { PACKAGE_CACHE } from "./package-cache";
import { say, step } from "./progress";
import type { Missing } from "./settings";
import type { Running, Supervisor } from "./supervisor";

const READY_LIMIT_MS = 120_000;

type PartName = "postgres" | "mongo" | "redis" | "plaid";
type Part = Running & { url: string; port: number };
type Context = { directory: DataDirectory; supervisor: Supervisor };

/**
 * Starts the servers behind the URLs that nobody configured, side by side, on the ports they had last time.
 * @returns the settings that point the application at them
 */
export async function startParts(missing: Missing, context: Context): Promise<Record<string, string>> {
  const portsFile = context.directory.file("ports.json");
  const ports = readJsonFile<Partial<Record<PartName, number>>>(portsFile) ?? {};
  const run = async (name: PartName, label: string, start: (options: StartOptions) => Promise<Part>) => {
    const logFile = context.directory.logFile(name);
    const directory = context.directory.file(name);
    const startHere = async () => {
      const preferred = ports[name];
      const started = await start({
        directory,
        logFile,
        ...(preferred === undefined ? {} : { port: preferred }),
      });
      // One that is started again must be where the others know it to be.
      ports[name] = started.port;
      return started;
    };
    const part = await step(
      label,
      () => context.supervisor.run(name, startHere),
      ({ port }) => `port ${port}`,
    );
    return part.url;
  };
  const [database, mongo, redis, plaid] = await allOrFirstError([
    missing.database &&
      run("postgres", "PostgreSQL", (options) => startPostgres({ ...options, durable: true })),
    missing.mongo && run("mongo", "MongoDB", startMongo),
    missing.redis &&
      run("redis", "Redis", (options) =>
        startRedis({ ...options, packageCache: PACKAGE_CACHE, durable: true, say }),
      ),
    missing.plaid && run("plaid", "sandbox bank", startBank),
  ]);
  writeJsonFile(portsFile, ports);
  return {
    ...(database && { DATABASE_URL: database }),
    ...(mongo && { MONGODB_URI: mongo }),
    ...(redis && { REDIS_URL: redis }),
    ...(plaid && {
      PLAID_BASE_URL: plaid,
      PLAID_CLIENT_ID: "sandbox",
      PLAID_SECRET: "sandbox",
      PLAID_ENV: "sandbox",
    }),
  };
}

type StartOptions = { directory: string; logFile: string; port?: number };

/** Lets the others come up before it throws, so that nothing is started behind the back of the clean-up. */
async function allOrFirstError<Value>(
  values: readonly (Promise<Value> | false)[],
): Promise<(Value | false)[]> {
  const results = await Promise.allSettled(values);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return Promise.all(values);
}

/** The machine's own MongoDB if there is one, else the built-in server that speaks its protocol. */
async function startMongo({ directory, logFile, port: preferred }: StartOptions): Promise<Part> {
  const port = await freePort(preferred);
  const mongod = findExecutable(["mongod"]);
  const folder = mongod ? `${directory}-server` : directory;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const child = mongod
    ? await startMongod(mongod, { folder, port, logFile })
    : await startNode("embedded/mongo/main.ts", ["--port", String(port), "--directory", folder], {
        logFile,
        env: {},
      });
  await ready(child, port, "MongoDB", logFile);
  const options = mongod
    ? "directConnection=true"
    : "directConnection=true&retryWrites=false&retryReads=false";
  return { ...child, port, url: `mongodb://127.0.0.1:${port}/purser?${options}` };
}

async function startMongod(
  program: string,
  options: { folder: string; port: number; logFile: string },
): Promise<NodeProcess> {
  const { folder, port, logFile } = options;
  const args = ["--dbpath", folder, "--port", String(port), "--bind_ip", "127.0.0.1"];
  const child = await spawnServer(program, args, { logFile });
  return {
    ...child,
    stop: () =>
      stopProcess(child.pid, [
        ["SIGTERM", 15_000],
        ["SIGKILL", 2_000],
      ]),
  };
}

async function startBank({ directory, logFile, port: preferred }: StartOptions): Promise<Part> {
  const port = await freePort(preferred);
  const child = await startNode(
    "embedded/plaid/main.ts",
    ["--port", String(port), "--directory", directory],
    { logFile, env: {} },
  );
  await ready(child, port, "The sandbox bank", logFile);
  return { ...child, port, url: `http://127.0.0.1:${port}` };
}

const ready = (child: NodeProcess, port: number, name: string, logFile: string) =>
  waitUntilReady(child, () => answersAt(port), { name, logFile, limitMs: READY_LIMIT_MS });

import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { freePort } from "../process/free-port";
import { endOfLog, type RunningServer, spawnServer, waitUntilReady } from "../process/server-process";
import { type Farewell, isServerOf, stopProcess } from "../process/stop-process";
import { findRedis } from "./find-redis";

export type RedisOptions = {
  /** Holds the append-only file, the settings and the log. */
  directory: string;
  /** Where the distribution's package is unpacked when no Redis is installed. */
  packageCache: string;
  /** Preferred port; another free one is taken when it is in use. */
  port?: number;
  /** false: in memory only, for tests. */
  durable: boolean;
  databases?: number;
  logFile?: string;
  say?: (line: string) => void;
};

const FAREWELLS: readonly Farewell[] = [
  ["SIGTERM", 10_000],
  ["SIGKILL", 2_000],
];
/** Loading the append-only file may take long. */
const START_LIMIT_MS = 120_000;

/**
 * Starts Redis (or Valkey) on 127.0.0.1 with a password and stops one that a killed launcher left on the same
 * folder.
 */
export async function startRedis(options: RedisOptions): Promise<RunningServer> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const program = await findRedis(options.packageCache, options.say);
  await stopOrphan(directory);
  const password = await readPassword(directory);
  const port = await freePort(options.port);
  const logFile = options.logFile ?? join(directory, "redis.log");
  const settingsFile = join(directory, "redis.conf");
  await writeFile(settingsFile, settings(options, { directory, password, port }), { mode: 0o600 });
  const server = await spawnServer(program.file, [settingsFile], {
    logFile,
    cwd: directory,
    env: program.env,
  });
  try {
    await waitUntilReady(server, () => answersPing(port, password), {
      name: "Redis",
      logFile,
      limitMs: START_LIMIT_MS,
    });
  } catch (error) {
    await stopProcess(server.pid, FAREWELLS);
    throw new Error(
      `Redis cannot open ${directory}. It holds only queues and streams: delete that folder and start again. Its log ${logFile} says:\n${await endOfLog(logFile)}`,
      { cause: error },
    );
  }
  return {
    url: `redis://:${password}@127.0.0.1:${port}/0`,
    port,
    pid: server.pid,
    exited: server.exited,
    stop: () => stopProcess(server.pid, FAREWELLS),
  };
}

/** In a file and not as arguments, which every user of the machine can see. */
function settings(
  options: RedisOptions,
  { directory, password, port }: { directory: string; password: string; port: number },
): string {
  const lines = [
    "bind 127.0.0.1",
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(directory)}`,
    `pidfile ${JSON.stringify(join(directory, "redis.pid"))}`,
    `databases ${options.databases ?? 16}`,
    "daemonize no",
    "supervised no",
    'save ""',
    "maxmemory-policy noeviction",
    `appendonly ${options.durable ? "yes" : "no"}`,
    // Every command is written before it is answered, so the death of the process loses nothing; the disk is
    // synced each second, for the death of the machine.
    "appendfsync everysec",
  ];
  return `${lines.join("\n")}\n`;
}

async function stopOrphan(directory: string): Promise<void> {
  const pidFile = join(directory, "redis.pid");
  const pid = Number(await readFile(pidFile, "utf8").catch(() => "0"));
  if (
    Number.isInteger(pid) &&
    pid > 0 &&
    (await isServerOf(pid, ["redis-server", "valkey-server"], directory))
  ) {
    await stopProcess(pid, FAREWELLS);
  }
  await rm(pidFile, { force: true });
}

async function readPassword(directory: string): Promise<string> {
  const file = join(directory, "password");
  const existing = await readFile(file, "utf8").catch(() => "");
  if (existing !== "") return existing;
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** While it loads its data Redis answers `-LOADING`. */
function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const finish = (isReady: boolean) => {
      socket.destroy();
      done(isReady);
    };
    let answer = "";
    socket.setTimeout(2_000, () => finish(false));
    socket.once("error", () => finish(false));
    socket.once("close", () => finish(false));
    socket.once("connect", () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
      if (answer.includes("PONG")) finish(true);
      else if (/^-/m.test(answer)) finish(false);
    });
  });
}

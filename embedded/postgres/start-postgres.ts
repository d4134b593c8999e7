import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { freePort } from "../process/free-port";
import {
  endOfLog,
  type RunningServer,
  type SpawnedServer,
  spawnServer,
  waitUntilReady,
} from "../process/server-process";
import { type Farewell, isServerOf, stopProcess } from "../process/stop-process";
import { postgresAccount } from "./account";
import { binariesFor } from "./binaries";
import { DATABASE_NAME, DATABASE_USER, initialise, requireSameMajor } from "./initialise";
import { choosePlace, type Place, sharedFolder } from "./place";

export type PostgresOptions = {
  /** Holds the cluster, its password and its log. */
  directory: string;
  /** Preferred port; another free one is taken when it is in use. */
  port?: number;
  /** false: as fast as possible and lost on a crash, for tests. */
  durable: boolean;
  maxConnections?: number;
  logFile?: string;
};

export type PostgresServer = RunningServer & {
  /** Where the data really is: not below `directory` when the account that runs PostgreSQL cannot enter it. */
  dataFolder: string;
  /** Whether this start made the cluster. */
  isNew: boolean;
};

/** SIGINT is PostgreSQL's fast shutdown (clients are disconnected, everything is written), SIGQUIT the immediate one. */
const FAREWELLS: readonly Farewell[] = [
  ["SIGINT", 15_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 2_000],
];
/** Crash recovery may have much to replay. */
const START_LIMIT_MS = 300_000;

/**
 * Starts the real PostgreSQL, as root too, on 127.0.0.1 with a password; makes the cluster on the first start
 * and stops a server that a killed launcher left on the same folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true, mode: 0o755 });
  const logFile = options.logFile ?? join(directory, "postgres.log");
  const wanted = await postgresAccount();
  const place = await choosePlace(directory, wanted);
  const binaries = await binariesFor(place.account, () =>
    place.account ? sharedFolder(place.account) : Promise.resolve(directory),
  );
  await stopOrphan(place.dataFolder);
  const isNew = !existsSync(place.dataFolder);
  if (!isNew) await requireSameMajor(binaries, place.dataFolder);
  const password = await readPassword(directory, isNew);
  if (isNew) await initialise(binaries, place, { password, durable: options.durable });

  const port = await freePort(options.port);
  const server = await launch(binaries, place, { ...options, port, logFile });
  return {
    url: `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`,
    port,
    pid: server.pid,
    exited: server.exited,
    stop: () => stopProcess(server.pid, FAREWELLS),
    dataFolder: place.dataFolder,
    isNew,
  };
}

async function launch(
  binaries: string,
  place: Place,
  options: PostgresOptions & { port: number; logFile: string },
): Promise<SpawnedServer> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `max_connections=${options.maxConnections ?? 100}`,
    ...(options.durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
  const args = ["-D", place.dataFolder, "-p", String(options.port), ...settings.flatMap((it) => ["-c", it])];
  const server = await spawnServer(join(binaries, "bin", "postgres"), args, {
    logFile: options.logFile,
    cwd: place.dataFolder,
    account: place.account,
    env: { ...process.env, LC_ALL: "C" },
  });
  try {
    await waitUntilReady(server, () => saysReady(place.dataFolder, server.pid), {
      name: "PostgreSQL",
      logFile: options.logFile,
      limitMs: START_LIMIT_MS,
    });
  } catch (error) {
    await stopProcess(server.pid, FAREWELLS);
    throw new Error(
      `PostgreSQL cannot open ${place.dataFolder}. If you do not need what is in it, delete the data folder and start again; else see ${options.logFile}:\n${await endOfLog(options.logFile)}`,
      { cause: error },
    );
  }
  return server;
}

/** The server keeps its state in the last line of its pid file. */
async function saysReady(dataFolder: string, pid: number): Promise<boolean> {
  const lines = await readPidFile(dataFolder);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

/** A launcher that was killed leaves its server running, or only its pid file. */
async function stopOrphan(dataFolder: string): Promise<void> {
  const pid = Number((await readPidFile(dataFolder))[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (await isServerOf(pid, ["postgres"], dataFolder)) await stopProcess(pid, FAREWELLS);
  // PostgreSQL would take any process that now has this number for a server on this folder.
  await rm(join(dataFolder, "postmaster.pid"), { force: true });
}

async function readPidFile(dataFolder: string): Promise<string[]> {
  try {
    return (await readFile(join(dataFolder, "postmaster.pid"), "utf8")).split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function readPassword(directory: string, isNew: boolean): Promise<string> {
  const file = join(directory, "password");
  if (!isNew) {
    const password = await readFile(file, "utf8").catch(() => null);
    if (password !== null) return password;
    throw new Error(
      `${file} is missing, so the database next to it cannot be opened. Restore it, or delete ${directory} to begin anew.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

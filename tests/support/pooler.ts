import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { unpackDebianPackages } from "../../embedded/debian-packages";
import { postgresAccount } from "../../embedded/postgres/account";
import { findExecutable } from "../../embedded/process/find-executable";
import { freePort } from "../../embedded/process/free-port";
import { spawnServer, waitUntilReady } from "../../embedded/process/server-process";
import { stopProcess } from "../../embedded/process/stop-process";
import { PACKAGE_CACHE } from "../../scripts/launch/package-cache";

const REMEDY =
  'Install it (Debian: "apt-get install pgbouncer", macOS: "brew install pgbouncer") or let apt reach its mirror.';

export type Pooler = { url: string; stop(): Promise<void> };

/**
 * PgBouncer in transaction mode before the database of `databaseUrl`: every transaction gets any of `size` sessions, as
 * with Supabase's pooler. It knows no prepared statements.
 */
export async function startPooler(databaseUrl: string, size: number): Promise<Pooler> {
  const { hostname, port: databasePort, pathname, username, password } = new URL(databaseUrl);
  const program = await findPooler();
  const account = await postgresAccount();
  const folder = await mkdtemp(join(tmpdir(), "purser-pooler-"));
  await chmod(folder, 0o777);
  const port = await freePort();
  const settingsFile = join(folder, "pgbouncer.ini");
  const usersFile = join(folder, "users.txt");
  await writeFile(usersFile, `"${username}" "${password}"\n`, { mode: 0o644 });
  const settings = [
    "[databases]",
    `* = host=${hostname} port=${databasePort}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = plain",
    `auth_file = ${usersFile}`,
    "pool_mode = transaction",
    `default_pool_size = ${size}`,
    "max_client_conn = 500",
    // It refuses to run as root, as PostgreSQL does.
    ...(account ? [`user = ${account.name}`] : []),
  ];
  await writeFile(settingsFile, `${settings.join("\n")}\n`, { mode: 0o644 });
  const logFile = join(folder, "pgbouncer.log");
  const server = await spawnServer(program.file, [settingsFile], { logFile, cwd: folder, env: program.env });
  const url = `postgres://${username}:${password}@127.0.0.1:${port}${pathname}?pgbouncer=true&pool_mode=transaction`;
  await waitUntilReady(server, () => answers(url), {
    name: "PgBouncer",
    logFile,
    limitMs: 20_000,
  });
  return {
    url,
    stop: async () => {
      await stopProcess(server.pid, [
        ["SIGINT", 1_000],
        ["SIGKILL", 5_000],
      ]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findPooler(): Promise<{ file: string; env: NodeJS.ProcessEnv }> {
  const installed = findExecutable(["pgbouncer"]);
  if (installed !== null) return { file: installed, env: process.env };
  try {
    const packages = await unpackDebianPackages(["pgbouncer"], PACKAGE_CACHE);
    const file =
      packages && findExecutable(["pgbouncer"], [...packages.programs, join(packages.root, "usr", "sbin")]);
    if (packages && file) return { file, env: { ...process.env, LD_LIBRARY_PATH: packages.libraryPath } };
  } catch (error) {
    throw new Error(`PgBouncer cannot be had. ${REMEDY}`, { cause: error });
  }
  throw new Error(`There is no PgBouncer on this machine. ${REMEDY}`);
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url.slice(0, url.indexOf("?")), { max: 1, connect_timeout: 2, prepare: false });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mustRun } from "../process/run-command";
import type { Place } from "./place";

export const DATABASE_USER = "purser";
export const DATABASE_NAME = "purser";

/**
 * Makes a new cluster with one database. It appears under its name only when it is complete, so that an
 * interrupted first start leaves nothing that looks like data.
 */
export async function initialise(
  binaries: string,
  { dataFolder, account }: Place,
  options: { password: string; durable: boolean },
): Promise<void> {
  const unfinished = `${dataFolder}.new`;
  const passwordFile = `${dataFolder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const runAs = { cwd: unfinished, ...(account ? { uid: account.uid, gid: account.gid } : {}) };
  try {
    await mustRun(
      join(binaries, "bin", "initdb"),
      [
        `--pgdata=${unfinished}`,
        `--username=${DATABASE_USER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        ...(options.durable ? [] : ["--no-sync"]),
      ],
      runAs,
    );
    // Single-user mode needs no server and no connection.
    await mustRun(join(binaries, "bin", "postgres"), ["--single", "-D", unfinished, "postgres"], {
      ...runAs,
      input: `CREATE DATABASE ${DATABASE_NAME};\n`,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, dataFolder);
}

/** @throws when the data was written by another major version than the one that is installed */
export async function requireSameMajor(binaries: string, dataFolder: string): Promise<void> {
  const versionFile = join(dataFolder, "PG_VERSION");
  if (!existsSync(versionFile)) {
    throw new Error(
      `${dataFolder} is not a PostgreSQL data folder (PG_VERSION is missing). Restore it from a backup, or delete it to begin anew.`,
    );
  }
  const written = (await readFile(versionFile, "utf8")).trim();
  const printed = await mustRun(join(binaries, "bin", "postgres"), ["--version"], { cwd: "/" });
  const installed = /(\d+)[.\d]*\s*$/.exec(printed)?.[1];
  if (written !== installed) {
    throw new Error(
      `${dataFolder} was written by PostgreSQL ${written}, but ${installed ?? "another version"} is installed. Check out the version of the project that wrote it, or delete the folder to begin anew.`,
    );
  }
}

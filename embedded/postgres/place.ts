import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import {
  chown,
  lchown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../process/run-command";
import type { Account } from "./account";
import { copyTree } from "./copy-tree";

/** Where the files of one database cluster are, and as whom PostgreSQL must run to read them. */
export type Place = { dataFolder: string; account: Account | null };

/** Folders outside of everybody's home where root may put what another account must read. */
const SHARED_FOLDERS = ["/var/lib/purser", "/var/tmp/purser"];

/**
 * `directory/data`, unless PostgreSQL must run as an account that cannot enter `directory` (a clone below
 * `/root`). Then it is a folder below `/var/lib/purser`, named in the file `directory/location`.
 */
export async function choosePlace(directory: string, account: Account | null): Promise<Place> {
  const local = join(directory, "data");
  const pointer = join(directory, "location");
  if (account === null) {
    if (existsSync(pointer)) throw new Error(belongsToAnother(directory));
    await requireOwn(local, directory);
    return { dataFolder: local, account };
  }
  if (existsSync(pointer)) {
    const place = (await readFile(pointer, "utf8")).trim();
    await takeOver(place, directory);
    return ownedPlace(join(place, "data"), account);
  }
  if (await canEnter(directory, account)) return ownedPlace(local, account);
  const place = join(await sharedFolder(account), nameFor(directory));
  // No pointer names it: it is left over from a data folder that was deleted, or from a copy that was cut short.
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true, mode: 0o755 });
  if (existsSync(local)) await moveData(local, join(place, "data"), account);
  await writeFile(join(place, "owner"), realpathSync(directory));
  await writeFile(`${pointer}.new`, place);
  await rename(`${pointer}.new`, pointer);
  await rm(local, { recursive: true, force: true });
  return { dataFolder: join(place, "data"), account };
}

/** A folder that `account` can enter, for root's copies. */
export async function sharedFolder(account: Account): Promise<string> {
  for (const folder of SHARED_FOLDERS) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 });
    } catch {
      continue; // read-only file system: the next one may do
    }
    if (await canEnter(folder, account)) return folder;
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and the account "${account.name}" can enter none of ${SHARED_FOLDERS.join(", ")}. Put DATA_DIR into a folder that everybody may enter, or set DATABASE_URL in .env.`,
  );
}

/** Data that exists keeps its owner: root may start what an ordinary user made. */
async function ownedPlace(dataFolder: string, account: Account): Promise<Place> {
  if (!existsSync(dataFolder)) return { dataFolder, account };
  const { uid, gid } = await stat(dataFolder);
  if (uid === account.uid) return { dataFolder, account };
  if (uid === 0) await chownTree(dataFolder, account);
  return { dataFolder, account: uid === 0 ? account : { name: `user ${uid}`, uid, gid } };
}

async function takeOver(place: string, directory: string): Promise<void> {
  const here = realpathSync(directory);
  const owner = await readFile(join(place, "owner"), "utf8").catch(() => null);
  if (owner === null) {
    throw new Error(
      `The database of ${directory} should be in ${place} (as ${join(directory, "location")} says), but is not there. Restore it, or delete ${directory} to begin anew.`,
    );
  }
  if (owner === here) return;
  if (existsSync(join(owner, "location"))) {
    throw new Error(
      `${directory} is a copy of ${owner} and both name the same database, ${place}. Delete ${directory} to begin anew here.`,
    );
  }
  await writeFile(join(place, "owner"), here);
}

async function moveData(from: string, to: string, account: Account): Promise<void> {
  await copyTree(from, to);
  await chownTree(to, account);
}

async function chownTree(path: string, account: Account): Promise<void> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return lchown(path, account.uid, account.gid);
  await chown(path, account.uid, account.gid);
  if (!status.isDirectory()) return;
  for (const name of await readdir(path)) await chownTree(join(path, name), account);
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  const { code } = await runCommand("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
  });
  return code === 0;
}

async function requireOwn(dataFolder: string, directory: string): Promise<void> {
  const uid = process.getuid?.();
  if (uid === undefined || !existsSync(dataFolder)) return;
  if ((await stat(dataFolder)).uid !== uid) throw new Error(belongsToAnother(directory));
}

function belongsToAnother(directory: string): string {
  return `The database in ${directory} was made by another user (root?). Start as that user, or choose another folder with DATA_DIR.`;
}

function nameFor(directory: string): string {
  return createHash("sha256").update(realpathSync(directory)).digest("hex").slice(0, 16);
}

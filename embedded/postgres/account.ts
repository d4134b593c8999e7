import { readFile } from "node:fs/promises";
import { runCommand } from "../process/run-command";

/** An operating-system account as which a program is run. */
export type Account = { name: string; uid: number; gid: number };

/** Tried in this order; the second is made when the first is missing. */
const PREFERRED = ["postgres", "purser"];

/**
 * PostgreSQL refuses to run as root. As root this is the unprivileged account that runs it instead (made if
 * need be); as anybody else null, meaning "as yourself".
 */
export async function postgresAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const existing = await findAccount(PREFERRED);
  if (existing) return existing;
  await runCommand("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "purser",
  ]);
  const account = (await findAccount(PREFERRED)) ?? (await findAccount(["nobody"]));
  if (account) return account;
  throw new Error(
    "PostgreSQL refuses to run as root and there is no other account to run it as. Start as an ordinary user, or set DATABASE_URL in .env.",
  );
}

async function findAccount(names: readonly string[]): Promise<Account | null> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of names) {
    const [, , uid, gid] = lines.find(([entry]) => entry === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startTimeOf } from "./start-time";
import { isAlive } from "./stop-process";

/** Locks of this process: a lock file with our own pid that is not among them was left by a namesake. */
const held = new Set<string>();

/**
 * Takes the directory for this process; returns what gives it back. The lock of a dead process is taken over.
 * `holder` says in words what locks it ("another ..." in the message).
 * @throws Error when a living process holds it.
 */
export function lockDirectory(directory: string, holder: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, "lock");
  const content = JSON.stringify({ pid: process.pid, startedAt: startTimeOf(process.pid) });
  for (let attempt = 0; attempt < 10; attempt++) {
    if (tryCreate(file, content)) {
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    }
    const owner = read(file);
    if (owner !== undefined && isHeld(owner, file)) {
      throw new Error(
        `${directory} is in use by another ${holder} (process ${ownerPid(owner)}). Stop it first.`,
      );
    }
    if (owner !== undefined) takeAway(file, owner);
  }
  throw new Error(`${file} could not be locked: several servers are starting at once. Try again.`);
}

/** Made aside and linked into place, so that nobody ever reads half a lock. */
function tryCreate(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Its owner has just given it back.
    return undefined;
  }
}

/** Two may see the same stale lock; moving it aside first lets only one of them remove it. */
function takeAway(file: string, seen: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    const taken = readFileSync(aside, "utf8");
    if (taken !== seen) tryCreate(file, taken);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  rmSync(aside, { force: true });
}

function ownerPid(content: string): number {
  try {
    return Number(JSON.parse(content).pid);
  } catch {
    // Cut short by a crash while it was written: nobody's.
    return Number.NaN;
  }
}

function isHeld(content: string, file: string): boolean {
  const pid = ownerPid(content);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return held.has(file);
  if (!isAlive(pid)) return false;
  const startedAt: unknown = JSON.parse(content).startedAt;
  const now = startTimeOf(pid);
  // Process ids are reused, in containers at once; the start time tells two owners of one id apart.
  return startedAt === null || now === null || startedAt === now;
}

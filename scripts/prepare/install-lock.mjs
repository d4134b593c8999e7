import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until no other process installs into this clone, then keeps others out. Plain Node: it is needed before
 * there are any packages.
 * @param {string} file
 * @param {(pid: number) => void} onWait told once whom it waits for
 * @returns {Promise<() => void>} gives the lock back
 */
export async function waitForInstallLock(file, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  for (let hasTold = false; ; ) {
    if (tryCreate(file)) return () => rmSync(file, { force: true });
    const holder = holderOf(file);
    if (holder === null) {
      // Left by a process that was killed.
      rmSync(file, { force: true });
      continue;
    }
    if (!hasTold) onWait(holder);
    hasTold = true;
    await sleep(500);
  }
}

/** Made aside and linked into place, so that nobody ever reads half a lock. */
function tryCreate(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid} ${startOf(process.pid)}`);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(file) {
  try {
    const [pid = "", startedAt] = readFileSync(file, "utf8").split(" ");
    // Process ids are used again, in a container at once: a lock with our own is not ours.
    if (Number(pid) === process.pid || !(Number(pid) > 0)) return null;
    process.kill(Number(pid), 0);
    return startedAt === startOf(Number(pid)) ? Number(pid) : null;
  } catch (error) {
    return error.code === "EPERM" ? -1 : null;
  }
}

/** The kernel's start time of a process, where there is a /proc; otherwise an empty text for all. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return ""; // no /proc on this system, or the process is gone
  }
}

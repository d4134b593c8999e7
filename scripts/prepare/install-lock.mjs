import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
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

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (!Number.isInteger(pid) || pid <= 0) return null;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? -1 : null;
  }
}

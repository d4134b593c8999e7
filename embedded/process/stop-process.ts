import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "./run-command";

/** A signal and how long to wait for its effect before the next one. */
export type Farewell = readonly [signal: NodeJS.Signals, waitMs: number];

/** Sends each signal in turn until the process is gone. @throws when it survives all of them */
export async function stopProcess(pid: number, farewells: readonly Farewell[]): Promise<void> {
  for (const [signal, waitMs] of farewells) {
    if (!send(pid, signal)) return;
    const deadline = performance.now() + waitMs;
    while (performance.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(10);
    }
  }
  if (isAlive(pid)) throw new Error(`Process ${pid} does not end; stop it with: kill -9 ${pid}`);
}

/** Whether a process with this id runs (a zombie, which only waits to be reaped, does not). */
export function isAlive(pid: number): boolean {
  if (!send(pid, 0)) return false;
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3) !== "Z";
  } catch {
    return send(pid, 0); // no /proc on this system
  }
}

/**
 * Whether `pid` is one of `programs` working in `folder`. A pid file outlives its process and the number may by
 * now belong to something else, which must not be touched.
 */
export async function isServerOf(pid: number, programs: readonly string[], folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  try {
    const program = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    return programs.includes(program) && worksIn(pid, realpathSync(folder));
  } catch {
    const { code, output } = await runCommand("ps", ["-o", "command=", "-p", String(pid)]);
    return code === 0 && programs.some((name) => basename(output.split(" ")[0] ?? "").trim() === name);
  }
}

/** Root in a container may not see another account's working folder, but everybody sees the arguments. */
function worksIn(pid: number, folder: string): boolean {
  if (readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(folder)) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // EPERM: it exists but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

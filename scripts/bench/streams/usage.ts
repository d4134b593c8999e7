import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc; the same on every Linux that Node runs on. */
const TICKS = 100;

type Stat = { parent: number; ticks: number };

/** @returns undefined for a process that has just gone */
function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which may hold spaces and brackets: state, parent, ...; 12 and 13 further on the times.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [user, system, ofUsersChildren, ofSystemsChildren] = fields.slice(11, 15).map(Number);
    const ticks = (user ?? 0) + (system ?? 0) + (ofUsersChildren ?? 0) + (ofSystemsChildren ?? 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return undefined;
  }
}

/** Milliseconds of CPU that these processes and what they started have used so far. Linux only. */
export function cpuMs(pids: readonly number[]): number {
  const all = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (stat) all.set(Number(name), stat);
  }
  const belongs = (pid: number): boolean => {
    if (pids.includes(pid)) return true;
    const parent = all.get(pid)?.parent;
    return parent !== undefined && parent > 1 && belongs(parent);
  };
  let ticks = 0;
  for (const [pid, stat] of all) if (belongs(pid)) ticks += stat.ticks;
  return (ticks * 1_000) / TICKS;
}

/** Resident memory in KiB. */
export function residentKib(pid: number): number {
  const [, kib] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib);
}

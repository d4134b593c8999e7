import { readFileSync } from "node:fs";

/**
 * The kernel's start time of a process: it tells a process from a later one with the same number.
 * @returns null where there is no /proc, or no such process
 */
export function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null; // both cases mean "cannot tell"
  }
}

import { readFile } from "node:fs/promises";

/** Linux counts in hundredths of a second, whatever the hardware. */
const MS_PER_TICK = 10;

/** How long a process has computed until now, in ms; NaN where there is no /proc. */
export async function cpuTimeMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name of the program may hold anything, and ends with the last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

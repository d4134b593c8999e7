import { readFileSync } from "node:fs";
import { isAlive, stopProcess } from "../../embedded/process/stop-process";
import { readJsonFile, writeJsonFile } from "./json-file";

/** Who runs for this data folder. The start time tells a process from a later one with the same number. */
type ProcessRecord = Record<string, { pid: number; startedAt: string | null }>;

/** Keeps `processes.json` true, so that the next start finds what a killed launcher left behind. */
export class ProcessRegister {
  readonly #file: string;
  readonly #running: ProcessRecord = {};

  constructor(file: string) {
    this.#file = file;
  }

  add(name: string, pid: number): void {
    this.#running[name] = { pid, startedAt: startOf(pid) };
    writeJsonFile(this.#file, this.#running);
  }

  remove(name: string): void {
    delete this.#running[name];
    writeJsonFile(this.#file, this.#running);
  }

  /** Ends what a launcher that was killed has left running. */
  async stopLeftovers(): Promise<void> {
    const left = readJsonFile<ProcessRecord>(this.#file) ?? {};
    await Promise.all(
      Object.values(left)
        .filter(({ pid, startedAt }) => isAlive(pid) && startedAt === startOf(pid))
        .map(({ pid }) =>
          stopProcess(pid, [
            ["SIGTERM", 10_000],
            ["SIGKILL", 2_000],
          ]),
        ),
    );
    writeJsonFile(this.#file, {});
  }
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null; // no /proc on this system, or the process is gone
  }
}

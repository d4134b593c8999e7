import { startTimeOf } from "../../embedded/process/start-time";
import { isAlive, stopProcess } from "../../embedded/process/stop-process";
import { readJsonFile, writeJsonFile } from "./json-file";
import { isWorkerName } from "./worker-names";

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
    this.#running[name] = { pid, startedAt: startTimeOf(pid) };
    writeJsonFile(this.#file, this.#running);
  }

  remove(name: string): void {
    delete this.#running[name];
    writeJsonFile(this.#file, this.#running);
  }

  /** Ends what a launcher that was killed has left running: first who uses the stores, then the stores. */
  async stopLeftovers(): Promise<void> {
    const left = Object.entries(readJsonFile<ProcessRecord>(this.#file) ?? {}).filter(
      ([, { pid, startedAt }]) => isAlive(pid) && startedAt === startTimeOf(pid),
    );
    const isUser = ([name]: (typeof left)[number]) => name === "web" || isWorkerName(name);
    await stopAll(left.filter(isUser));
    await stopAll(left.filter((entry) => !isUser(entry)));
    writeJsonFile(this.#file, {});
  }
}

async function stopAll(left: readonly [name: string, process: { pid: number }][]): Promise<void> {
  await Promise.all(
    left.map(([name, { pid }]) =>
      stopProcess(pid, [
        // SIGTERM would make PostgreSQL wait for its clients.
        [name === "postgres" ? "SIGINT" : "SIGTERM", 8_000],
        ["SIGKILL", 2_000],
      ]),
    ),
  );
}

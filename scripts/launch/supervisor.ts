import { setTimeout as sleep } from "node:timers/promises";
import type { Exit } from "../../embedded/process/server-process";
import type { ProcessRegister } from "./process-record";
import { warn } from "./progress";

/** A process that runs, however it was started. */
export type Running = { pid: number; exited: Promise<Exit>; stop(): Promise<void> };

const LONGEST_PAUSE_MS = 10_000;
/** One that lived this long gets a fresh start; one that dies at once waits longer and longer. */
const STEADY_MS = 30_000;

/** Starts parts, starts them again when they die, and stops them in the order in which it is told to. */
export class Supervisor {
  readonly #register: ProcessRegister;
  readonly #parts = new Map<string, Running>();
  /** Starts that are under way: their processes exist before we know of them. */
  readonly #starting = new Set<Promise<unknown>>();
  readonly #stopping = new AbortController();

  constructor(register: ProcessRegister) {
    this.#register = register;
  }

  /** Aborts as soon as anything is told to stop: what waits for a part need not wait any more. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** @throws when the first start fails; later ones are tried until they succeed */
  async run<Part extends Running>(name: string, start: () => Promise<Part>): Promise<Part> {
    const part = await this.#start(name, start);
    void this.#watch(name, part, start);
    return part;
  }

  /** Stops the named parts side by side. */
  async stop(names: readonly string[]): Promise<void> {
    this.#stopping.abort(new Error("stopped"));
    await Promise.allSettled(this.#starting);
    await Promise.all(
      names.map(async (name) => {
        await this.#parts.get(name)?.stop();
        this.#parts.delete(name);
        this.#register.remove(name);
      }),
    );
  }

  /** Ends everything at once, each part with the processes that it has started itself. */
  kill(): void {
    for (const { pid } of this.#parts.values()) {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        // Gone already.
      }
    }
  }

  async #start<Part extends Running>(name: string, start: () => Promise<Part>): Promise<Part> {
    this.stopping.throwIfAborted();
    const starting = start();
    this.#starting.add(starting);
    try {
      const part = await starting;
      this.#parts.set(name, part);
      this.#register.add(name, part.pid);
      return part;
    } finally {
      this.#starting.delete(starting);
    }
  }

  async #watch(name: string, first: Running, start: () => Promise<Running>): Promise<void> {
    let part = first;
    let failures = 0;
    while (true) {
      const startedAt = performance.now();
      const { code, signal } = await part.exited;
      if (this.stopping.aborted) return;
      failures = performance.now() - startedAt > STEADY_MS ? 1 : failures + 1;
      warn(`${name} ended (${signal ?? `exit code ${code}`}); starting it again`);
      const next = await this.#startAgain(name, start, failures);
      if (!next) return;
      part = next;
    }
  }

  async #startAgain(name: string, start: () => Promise<Running>, failures: number): Promise<Running | null> {
    for (let attempt = failures; ; attempt += 1) {
      await sleep(Math.min(100 * 2 ** attempt, LONGEST_PAUSE_MS));
      if (this.stopping.aborted) return null;
      try {
        return await this.#start(name, start);
      } catch (error) {
        warn(`${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

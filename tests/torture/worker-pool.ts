import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Real worker processes, each replaced as soon as it has died. */
export type WorkerPool = {
  /** kill -9 of one of them, whatever it is doing. */
  killOne(index: number): void;
  deaths(): number;
  stop(): Promise<void>;
};

async function startWorkerProcess(environment: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["--import", "tsx", "workers/index.ts"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(worker, "message");
  return worker;
}

export async function startWorkerPool(
  size: number,
  environment: Record<string, string>,
): Promise<WorkerPool> {
  const pool: (ChildProcess | undefined)[] = [];
  let isStopping = false;
  let deaths = 0;
  const keepAlive = async (index: number): Promise<void> => {
    const worker = await startWorkerProcess(environment);
    pool[index] = worker;
    if (isStopping) worker.kill("SIGKILL");
    worker.once("exit", () => {
      pool[index] = undefined;
      if (isStopping) return;
      deaths += 1;
      void keepAlive(index);
    });
  };
  await Promise.all(Array.from({ length: size }, (_, index) => keepAlive(index)));
  return {
    killOne: (index) => void pool[index % size]?.kill("SIGKILL"),
    deaths: () => deaths,
    stop: async () => {
      isStopping = true;
      const alive = pool.filter((worker) => worker !== undefined);
      await Promise.all(
        alive.map(async (worker) => {
          worker.kill("SIGKILL");
          if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
        }),
      );
    },
  };
}

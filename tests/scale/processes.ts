import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

type Child = { process: ChildProcess; said: unknown };

async function start(program: string, environment: Record<string, string>): Promise<Child> {
  const child = fork(program, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
  });
  const said = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`${program} exited with ${code} before it was ready.`)));
  });
  return { process: child, said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

export type Processes = {
  /** Where each web process listens. */
  webPorts: number[];
  /** By the name that the worker gives itself to the model. */
  worker: (name: string) => ChildProcess;
  /** Until there are as many workers as in the beginning. */
  refill(): Promise<void>;
  stop(): Promise<void>;
};

/** Real web and worker processes. Each worker has its name for a key to the model, so that its requests tell who asks. */
export async function startProcesses(
  size: { webs: number; workers: number },
  environment: Record<string, string>,
): Promise<Processes> {
  const workers = new Map<string, ChildProcess>();
  let started = 0;
  const startOne = async () => {
    started += 1;
    const name = `worker-${started}`;
    const child = await start("workers/index.ts", { ...environment, OPENAI_API_KEY: name });
    workers.set(name, child.process);
    child.process.once("exit", () => workers.delete(name));
  };
  const refill = async () => {
    await Promise.all(Array.from({ length: size.workers - workers.size }, startOne));
  };
  const webs = Array.from({ length: size.webs }, () => start("tests/scale/serve-web.ts", environment));
  const [running] = await Promise.all([Promise.all(webs), refill()]);
  return {
    webPorts: running.map(({ said }) => Number(said)),
    worker: (name) => {
      const worker = workers.get(name);
      if (worker === undefined) throw new Error(`There is no worker ${name}.`);
      return worker;
    },
    refill,
    stop: async () => {
      await Promise.all([...running.map((web) => web.process), ...workers.values()].map(end));
    },
  };
}

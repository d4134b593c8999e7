import { setTimeout as sleep } from "node:timers/promises";
import { endOfLog } from "../../embedded/process/server-process";
import { WEB_PROGRAM, WEB_SETTINGS, workerProgram } from "./build";
import type { DataDirectory } from "./data-directory";
import { LaunchError } from "./launch-error";
import { type NodeProcess, startNode } from "./node-process";
import type { Supervisor } from "./supervisor";
import { WORKER_FLAGS } from "./worker-flags";
import { workerNames } from "./worker-names";

const READY_LIMIT_MS = 120_000;

type Application = {
  environment: Record<string, string>;
  directory: DataDirectory;
  supervisor: Supervisor;
  /** Folder of the production build; null runs the development server. */
  build: string | null;
};

/** Starts web and worker and waits until both say that they are ready. @throws {LaunchError} */
export async function startApplication({
  environment,
  directory,
  supervisor,
  build,
}: Application): Promise<void> {
  const mode = build === null ? "development" : "production";
  const port = environment.PORT ?? "";
  const env: Record<string, string> = {
    ...environment,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    HOSTNAME: "127.0.0.1",
  };
  const isInline = environment.WORKER_MODE === "inline";
  // Else Next exits at SIGTERM without waiting for the answers that the web process is writing.
  const ownSignals: Record<string, string> = isInline ? { NEXT_MANUAL_SIG_HANDLE: "true" } : {};
  const webLog = directory.logFile("web");
  const startWeb = () =>
    build === null
      ? startNode("node_modules/next/dist/bin/next", ["dev", "-p", port, "-H", "localhost"], {
          logFile: webLog,
          env,
        })
      : startNode(WEB_PROGRAM, [], {
          logFile: webLog,
          env: { ...WEB_SETTINGS, ...env, ...ownSignals },
          cwd: build,
        });
  const startWorker = (logFile: string) =>
    build === null
      ? startNode("node_modules/tsx/dist/cli.mjs", ["watch", "--clear-screen=false", "workers/index.ts"], {
          logFile,
          env,
        })
      : startNode(workerProgram(build), [], { logFile, env, nodeFlags: WORKER_FLAGS });
  const runWorker = async (name: string): Promise<Watched> => {
    const logFile = directory.logFile(name);
    const process = await supervisor.run(name, () => startWorker(logFile));
    return { process, name: `The ${name.replace("-", " ")}`, logFile };
  };

  const [web, workers] = await Promise.all([
    supervisor.run("web", startWeb),
    Promise.all(workerNames(environment).map(runWorker)),
  ]);
  await waitForHealth(`http://127.0.0.1:${port}/api/health/ready`, supervisor.stopping, [
    { process: web, name: "The web process", logFile: webLog },
    ...workers,
  ]);
}

type Watched = { process: NodeProcess; name: string; logFile: string };

async function waitForHealth(url: string, stopping: AbortSignal, watched: readonly Watched[]): Promise<void> {
  const deadline = performance.now() + READY_LIMIT_MS;
  let last = "no answer";
  while (performance.now() < deadline) {
    stopping.throwIfAborted();
    for (const { process, name, logFile } of watched) {
      if (process.hasExited())
        throw new LaunchError(`${name} ended at once. Its log ${logFile} says:\n${await endOfLog(logFile)}`);
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(100);
  }
  throw new LaunchError(`Not ready after ${READY_LIMIT_MS / 1000} s. ${url} says: ${last}`);
}

import { findBuild, WEB_PROGRAM, WEB_SETTINGS, workerProgram } from "../../launch/build";
import { type NodeProcess, startNode } from "../../launch/node-process";
import { WORKER_FLAGS } from "../../launch/worker-flags";
import { profiling } from "../profiling";
import type { BenchParts } from "../start-parts";
import { type Server, startServer } from "./start-server";

export type Pipeline = {
  url: string;
  web: Server;
  workers: NodeProcess[];
  startWorker(): Promise<NodeProcess>;
  notes: string[];
  stop(): Promise<void>;
};

type PipelineOptions = {
  parts: BenchParts;
  /** Null: the offline analyst answers. */
  modelUrl: string | null;
  workers: number;
  concurrency: number;
};

/** Web and workers as `npm start` runs them, each its own process, from the production build; without one, the routes alone. */
export async function startPipeline({
  parts,
  modelUrl,
  workers: count,
  concurrency,
}: PipelineOptions): Promise<Pipeline> {
  const build = findBuild();
  const env: Record<string, string> = {
    ...parts.environment,
    ...(modelUrl !== null && { OPENAI_BASE_URL: modelUrl }),
    WORKER_CONCURRENCY: String(concurrency),
  };
  const workers: NodeProcess[] = [];
  const startWorker = async () => {
    const program = build === null ? "workers/index.ts" : workerProgram(build);
    const nodeFlags = [...(build === null ? [] : WORKER_FLAGS), ...profiling()];
    const logFile = parts.logFile(`worker-${workers.length + 1}`);
    const worker = await startNode(program, [], { logFile, env, nodeFlags });
    workers.push(worker);
    return worker;
  };
  const web = await startServer(parts, {
    name: "web",
    env: { ...WEB_SETTINGS, ...env },
    ...(build === null
      ? { command: (port) => ["scripts/bench/streams/chat-server.ts", String(port)] }
      : { command: () => [WEB_PROGRAM], cwd: build }),
  });
  for (let index = 0; index < count; index += 1) await startWorker();
  return {
    url: web.url,
    web,
    workers,
    startWorker,
    notes:
      build === null
        ? ["no production build of these sources (npm start makes one): the routes ran behind node:http"]
        : [],
    stop: async () => {
      await Promise.all([web.stop(), ...workers.map((worker) => worker.stop())]);
    },
  };
}

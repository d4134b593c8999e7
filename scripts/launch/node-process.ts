import { type SpawnedServer, spawnServer } from "../../embedded/process/server-process";
import { type Farewell, stopProcess } from "../../embedded/process/stop-process";
import type { Running } from "./supervisor";

const EXIT_WITH_PARENT = new URL("./exit-with-parent.mjs", import.meta.url).href;
const TSX = import.meta.resolve("tsx");
/** As lib/env.ts has it. */
const DEFAULT_GRACE_SECONDS = 10;

/** Whoever finishes its answers within the grace time also needs some to hand the others on. */
const farewells = (graceSeconds: number): readonly Farewell[] => [
  ["SIGTERM", (graceSeconds + 5) * 1_000],
  ["SIGKILL", 2_000],
];

export type NodeProcess = Running & { hasExited(): boolean };

/** Starts a Node program, TypeScript too, that ends when we do. */
export async function startNode(
  program: string,
  args: readonly string[],
  options: { logFile: string; env: Record<string, string>; cwd?: string; nodeFlags?: readonly string[] },
): Promise<NodeProcess> {
  const typescript = program.endsWith(".ts") ? ["--import", TSX] : [];
  const flags = [...(options.nodeFlags ?? []), "--import", EXIT_WITH_PARENT, ...typescript];
  const child = await spawnServer(process.execPath, [...flags, program, ...args], {
    logFile: options.logFile,
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
    channel: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  return stoppable(child, Number(options.env.WORKER_GRACE_SECONDS || DEFAULT_GRACE_SECONDS));
}

/** Ends when it is asked to, or is made to after a while. */
export const stoppable = (child: SpawnedServer, graceSeconds = DEFAULT_GRACE_SECONDS): NodeProcess => ({
  ...child,
  stop: () => stopProcess(child.pid, farewells(graceSeconds)),
});

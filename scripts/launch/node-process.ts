import { spawnServer } from "../../embedded/process/server-process";
import { stopProcess } from "../../embedded/process/stop-process";
import type { Running } from "./supervisor";

const EXIT_WITH_PARENT = new URL("./exit-with-parent.mjs", import.meta.url).href;
const TSX = import.meta.resolve("tsx");

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
  return {
    pid: child.pid,
    exited: child.exited,
    hasExited: child.hasExited,
    stop: () =>
      stopProcess(child.pid, [
        ["SIGTERM", 15_000],
        ["SIGKILL", 2_000],
      ]),
  };
}

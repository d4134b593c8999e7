import { freePort } from "../../../embedded/process/free-port";
import { type NodeProcess, startNode } from "../../launch/node-process";
import { waitUntilListening } from "../../launch/part";
import { profiling } from "../profiling";
import type { BenchParts } from "../start-parts";

export type Server = Pick<NodeProcess, "pid" | "stop"> & { url: string };

export type ServerOptions = {
  name: string;
  /** The program and its arguments, given the port that it shall listen on. */
  command: (port: number) => readonly [program: string, ...args: string[]];
  env?: Record<string, string>;
  cwd?: string;
  nodeFlags?: readonly string[];
};

/** A Node program that listens, in a process of its own. */
export async function startServer(
  parts: BenchParts,
  { name, command, env = {}, cwd, nodeFlags = [] }: ServerOptions,
): Promise<Server> {
  const port = await freePort();
  const [program, ...args] = command(port);
  const logFile = parts.logFile(name);
  const child = await startNode(program, args, {
    logFile,
    env: { ...env, PORT: String(port), HOSTNAME: "127.0.0.1", NEXT_TELEMETRY_DISABLED: "1" },
    nodeFlags: [...nodeFlags, ...profiling()],
    ...(cwd !== undefined && { cwd }),
  });
  await waitUntilListening(child, port, name, logFile);
  return { pid: child.pid, stop: child.stop, url: `http://127.0.0.1:${port}` };
}

import { freePort } from "../../embedded/process/free-port";
import { findBuild, WEB_PROGRAM, WEB_SETTINGS } from "../launch/build";
import { type NodeProcess, startNode } from "../launch/node-process";
import { waitUntilListening } from "../launch/part";
import { profiling } from "./profiling";

export type Web = { url: string; pid: number; notes: string[]; stop: NodeProcess["stop"] };

/** A web process as `npm start` runs it, from the production build of these sources; without one, the route alone. */
export async function startWeb(environment: Record<string, string>, logFile: string): Promise<Web> {
  const port = await freePort();
  const build = findBuild();
  const env = { ...environment, PORT: String(port), HOSTNAME: "127.0.0.1", NEXT_TELEMETRY_DISABLED: "1" };
  const child = await (build === null
    ? startNode("scripts/bench/webhook-server.ts", [String(port)], { logFile, env })
    : startNode(WEB_PROGRAM, [], {
        logFile,
        env: { ...WEB_SETTINGS, ...env },
        cwd: build,
        nodeFlags: profiling(),
      }));
  await waitUntilListening(child, port, "The web process", logFile);
  const notes =
    build === null
      ? [
          "no production build of these sources (npm start makes one): the route ran behind a plain node:http server",
        ]
      : [];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, notes, stop: child.stop };
}

import { freePort } from "../../embedded/process/free-port";
import { startNode } from "./node-process";
import type { Part, StartOptions } from "./part";
import { waitUntilListening } from "./part";

/** The sandbox bank as a process of its own. */
export async function startBank({ directory, logFile, port: preferred }: StartOptions): Promise<Part> {
  const port = await freePort(preferred);
  const args = ["--port", String(port), "--directory", directory];
  const child = await startNode("embedded/plaid/main.ts", args, { logFile, env: {} });
  await waitUntilListening(child, port, "The sandbox bank", logFile);
  return { ...child, port, url: `http://127.0.0.1:${port}` };
}

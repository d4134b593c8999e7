import { existsSync, mkdirSync } from "node:fs";
import { findExecutable } from "../../embedded/process/find-executable";
import { freePort } from "../../embedded/process/free-port";
import { spawnServer } from "../../embedded/process/server-process";
import { LaunchError } from "./launch-error";
import { type NodeProcess, startNode, stoppable } from "./node-process";
import { type Part, type StartOptions, waitUntilListening } from "./part";

type Engine = { folder: string; mongod: string | null };

/**
 * What serves this data folder: whoever has written there before, so that conversations do not vanish when MongoDB is
 * installed or removed; for a new folder the machine's own `mongod` if there is one, else the built-in server.
 * @throws {LaunchError} when the folder belongs to a `mongod` that is no longer there
 */
export function chooseEngine(directory: string, mongod = findExecutable(["mongod"])): Engine {
  const ofMongod = `${directory}-server`;
  if (existsSync(ofMongod)) {
    if (mongod) return { folder: ofMongod, mongod };
    throw new LaunchError(
      `${ofMongod} was written by mongod, which is no longer on the PATH. Install MongoDB again, or set MONGODB_URI.`,
    );
  }
  if (existsSync(directory) || !mongod) return { folder: directory, mongod: null };
  return { folder: ofMongod, mongod };
}

export async function startMongo({ directory, logFile, port: preferred }: StartOptions): Promise<Part> {
  const port = await freePort(preferred);
  const { folder, mongod } = chooseEngine(directory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const child = mongod
    ? await startMongod(mongod, { folder, port, logFile })
    : await startNode("embedded/mongo/main.ts", ["--port", String(port), "--directory", folder], {
        logFile,
        env: {},
      });
  await waitUntilListening(child, port, "MongoDB", logFile);
  const options = mongod
    ? "directConnection=true"
    : "directConnection=true&retryWrites=false&retryReads=false";
  return { ...child, port, url: `mongodb://127.0.0.1:${port}/purser?${options}` };
}

async function startMongod(
  program: string,
  { folder, port, logFile }: { folder: string; port: number; logFile: string },
): Promise<NodeProcess> {
  const args = ["--dbpath", folder, "--port", String(port), "--bind_ip", "127.0.0.1"];
  return stoppable(await spawnServer(program, args, { logFile }));
}

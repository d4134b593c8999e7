import { waitUntilReady } from "../../embedded/process/server-process";
import { answersAt } from "./answers-at";
import type { NodeProcess } from "./node-process";
import type { Running } from "./supervisor";

const READY_LIMIT_MS = 120_000;

/** A server behind one of the application's URLs. */
export type Part = Running & { url: string; port: number };

/** Where a part keeps its data and its log, and the port that it had last time. */
export type StartOptions = { directory: string; logFile: string; port?: number };

export const waitUntilListening = (child: NodeProcess, port: number, name: string, logFile: string) =>
  waitUntilReady(child, () => answersAt(port), { name, logFile, limitMs: READY_LIMIT_MS });

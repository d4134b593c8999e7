import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { LaunchError } from "./launch-error";

/** Everything that a running copy keeps: databases, secrets, logs, and who runs. */
export type DataDirectory = { path: string; file(...names: string[]): string; logFile(part: string): string };

/** @throws {LaunchError} when the folder cannot be made or written */
export function openDataDirectory(configured: string): DataDirectory {
  const path = resolve(configured);
  const file = (...names: string[]) => join(path, ...names);
  try {
    mkdirSync(file("logs"), { recursive: true });
    writeFileSync(file(".writable"), "");
    rmSync(file(".writable"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LaunchError(
      `${path} cannot be used as data folder (${reason}). Choose another: DATA_DIR=folder npm start`,
    );
  }
  return { path, file, logFile: (part) => startLog(file("logs", `${part}.log`)) };
}

/** The log of the last run stays beside it as `.old`, so that logs stay bounded by two runs. */
function startLog(file: string): string {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) renameSync(file, `${file}.old`);
  return file;
}

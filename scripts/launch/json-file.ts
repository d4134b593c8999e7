import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { LaunchError } from "./launch-error";

/** @throws {LaunchError} when the file is there and is no JSON */
export function readJsonFile<Content>(file: string): Content | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Content;
  } catch {
    throw new LaunchError(
      `${file} is damaged. Restore it from a backup, or delete it (and lose what it held) and start again.`,
    );
  }
}

/** Readable by its owner only, and whole or not at all. */
export function writeJsonFile(file: string, content: object): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

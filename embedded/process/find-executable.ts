import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of `names` that is an executable file in one of the folders, by default those of PATH; else null. */
export function findExecutable(names: readonly string[], folders = searchPath()): string | null {
  for (const name of names) {
    for (const folder of folders) {
      const candidate = join(folder, name);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // absent, or not for us: both mean "look further"
  }
}

/** PATH, and the folders of system programs, which the PATH of an ordinary account often lacks. */
function searchPath(): string[] {
  const fromPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...fromPath, "/usr/local/sbin", "/usr/sbin", "/sbin"];
}

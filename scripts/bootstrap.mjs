// Plain Node without a dependency: runs before node_modules exists.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { problemWithThisNode } from "./prepare/node-version.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Checks Node, installs what is missing, and makes TypeScript importable. Ends the process with one line when it cannot. */
export async function prepare() {
  process.chdir(root);
  const problem = problemWithThisNode();
  if (problem !== null) fail(problem);
  try {
    const { installPackages } = await import("./prepare/install-packages.mjs");
    await installPackages(root, (line) => process.stdout.write(`… ${line}\n`));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  const { register } = await import("tsx/esm/api");
  register();
}

function fail(message) {
  process.stderr.write(`✗ ${message}\n`);
  process.exit(1);
}

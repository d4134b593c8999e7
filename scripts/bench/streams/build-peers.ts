import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runCommand } from "../../../embedded/process/run-command";

const SOURCES = "scripts/bench/peers";
/** Inside the project, where its packages are found; the dot keeps it from every tool that looks for sources. */
const BUILDS = join("bench-results", ".peers");
const NEXT = "node_modules/next/dist/bin/next";

/** The folder of a production build of the peers, built once for their sources. @throws when it cannot be built */
export async function buildPeers(say: (line: string) => void): Promise<string> {
  const folder = join(BUILDS, hashOf(SOURCES));
  if (existsSync(folder)) return folder;
  say("building what we are compared with (about half a minute, once)");
  rmSync(BUILDS, { recursive: true, force: true });
  const draft = `${folder}.draft`;
  cpSync(SOURCES, draft, { recursive: true });
  // Turbopack would take the project's own proxy and instrumentation for those of the peers: it looks at its root.
  const { code, output } = await runCommand(process.execPath, [NEXT, "build", draft, "--webpack"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0) throw new Error(`The peers cannot be built:\n${lastLines(output, 30)}`);
  renameSync(draft, folder);
  return folder;
}

function hashOf(folder: string): string {
  const hash = createHash("sha256")
    .update(process.versions.modules)
    .update(readFileSync("package-lock.json"));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const file of files) {
    const path = join(folder, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 16);
}

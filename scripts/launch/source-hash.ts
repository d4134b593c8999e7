import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What `next build` and the bundling of the worker read. A change anywhere else needs no new build. */
const INPUTS = [
  "app",
  "pages",
  "components",
  "lib",
  "public",
  "workers",
  "scripts/launch/bundle-worker.ts",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const IS_TEST = /\.test\.tsx?$/;

/** Changes when and only when a build would. Contents count, not times: a fresh clone of the same commit needs no new build. */
export function sourceHash(): string {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const input of INPUTS.filter(existsSync)) {
    for (const file of filesOf(input)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return IS_TEST.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

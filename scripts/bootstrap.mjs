// Plain Node without a dependency: runs before node_modules exists.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = join(root, "node_modules", ".installed-lock");

/** Checks Node, installs what is missing, and makes TypeScript importable. Ends the process with one line when it cannot. */
export async function prepare() {
  process.chdir(root);
  requireNode();
  install();
  const { register } = await import("tsx/esm/api");
  register();
}

function requireNode() {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const version = process.env.PURSER_ASSUME_NODE ?? process.versions.node;
  if (satisfies(version, engines.node)) return;
  fail(
    `Node ${version} does not fit: Purser needs ${engines.node}. Install Node 22 or 24 from https://nodejs.org and try again.`,
  );
}

/** The two forms that package.json uses: `^1.2.3` and `>=1`. */
export function satisfies(version, range) {
  const actual = numbers(version);
  return range.split("||").some((part) => {
    const wanted = part.trim();
    const least = numbers(wanted.replace(/^[\^>=]+/, ""));
    if (compare(actual, least) < 0) return false;
    return wanted.startsWith(">=") || actual[0] === least[0];
  });
}

const numbers = (version) => [0, 1, 2].map((index) => Number(version.split(".")[index] ?? 0));

const compare = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** `npm ci` whenever the lock file is another one than at the last complete installation. */
function install() {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  const startedAt = performance.now();
  process.stdout.write("… installing packages (about a minute the first time)\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error, stdout, stderr } = spawnSync(npm, options, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    const reason = `${stdout ?? ""}${stderr ?? ""}`.trim().split("\n").slice(-8).join("\n");
    fail(
      `npm ci failed, see below. Is there a network, and is the folder writable?\n${error?.message ?? reason}`,
    );
  }
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, wanted);
  process.stdout.write(`✓ packages (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`);
}

function fail(message) {
  process.stderr.write(`✗ ${message}\n`);
  process.exit(1);
}

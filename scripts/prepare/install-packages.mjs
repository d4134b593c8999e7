import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { waitForInstallLock } from "./install-lock.mjs";

/**
 * `npm ci` when node_modules does not hold what package-lock.json says.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installPackages(root, say) {
  if (isInstalled(root)) return;
  const folder = join(root, ".builds");
  mkdirSync(folder, { recursive: true });
  const release = await waitForInstallLock(join(folder, "install.lock"), (pid) =>
    say(`waiting for process ${pid}, which installs the packages`),
  );
  try {
    if (isInstalled(root)) return;
    const startedAt = performance.now();
    say("installing packages (about a minute the first time)");
    const logFile = join(folder, "npm-ci.log");
    const code = await npmCi(root, logFile);
    if (code !== 0 || !isInstalled(root)) throw new Error(complaint(code, logFile));
    say(`packages installed (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  } finally {
    release();
  }
}

/**
 * npm writes its own copy of the lock file into node_modules as its last step, and `npm ci` begins by removing it: a
 * matching copy means a whole installation, whoever made it.
 */
function isInstalled(root) {
  const copy = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(copy)) return false;
  const installed = JSON.parse(readFileSync(copy, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    // Packages for other platforms are in the lock file and not in node_modules.
    if (!installed[path]) return entry.optional === true;
    return installed[path].version === entry.version;
  });
}

function npmCi(root, logFile) {
  const log = openSync(logFile, "w");
  const npm = process.env.npm_execpath ?? "";
  const [file, first] = npm.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const child = spawn(file, args, { cwd: root, stdio: ["ignore", log, log] });
  closeSync(log);
  const stop = (signal) => child.kill(signal);
  process.on("SIGTERM", stop).on("SIGINT", stop);
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`npm cannot be started: ${error.message}`)));
    child.once("close", (code) => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      resolve(code);
    });
  });
}

function complaint(code, logFile) {
  const end = readFileSync(logFile, "utf8").trim().split("\n").slice(-10).join("\n");
  const how = code === null ? "was interrupted" : `failed (exit code ${code})`;
  return `npm ci ${how}. Is there a network, and room on the disk? The end of ${logFile}:\n${end}`;
}

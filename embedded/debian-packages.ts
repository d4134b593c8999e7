import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findExecutable } from "./process/find-executable";
import { lastLines, mustRun, runCommand } from "./process/run-command";

/** Debian packages unpacked into a folder of ours. */
export type UnpackedPackages = {
  /** The root of the unpacked tree: it holds `usr/`, `etc/`, ... */
  root: string;
  /** Folders to search for programs. */
  programs: string[];
  /** Value for LD_LIBRARY_PATH: the unpacked libraries. */
  libraryPath: string;
};

/**
 * Unpacks packages of this Debian or Ubuntu, and what they need and this system lacks, below `cacheFolder`.
 * Needs no root: apt keeps its state in our folder and nothing is installed. Done once per set of packages.
 * @returns null when this system has no apt
 */
export async function unpackDebianPackages(
  names: readonly string[],
  cacheFolder: string,
  say: (line: string) => void = () => undefined,
): Promise<UnpackedPackages | null> {
  if (!findExecutable(["apt-get"]) || !findExecutable(["dpkg-deb"])) return null;
  const root = join(cacheFolder, await cacheKey(names));
  if (!existsSync(root)) {
    say(`fetching ${names.join(", ")} with apt (once)`);
    const unfinished = `${root}.${process.pid}`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    try {
      await unpackInto(unfinished, names);
      await rename(unfinished, root).catch((error: NodeJS.ErrnoException) => {
        // Another copy was faster; its result is as good as ours.
        if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return describeTree(root);
}

const CANNOT_RESOLVE = /unmet dependencies|held broken packages|dpkg was interrupted|--fix-broken/i;

async function unpackInto(root: string, names: readonly string[]): Promise<void> {
  const state = join(root, ".apt");
  await mkdir(join(state, "lists", "partial"), { recursive: true });
  await mkdir(join(state, "archives", "partial"), { recursive: true });
  const options = aptOptions(state);
  await mustRun("apt-get", [...options, "update"], { env: aptEnvironment() });
  const install = ["--yes", "--no-install-recommends", "--download-only", "install", ...names];
  const whole = await runCommand("apt-get", [...options, ...install], { env: aptEnvironment() });
  if (whole.code !== 0 && !CANNOT_RESOLVE.test(whole.output)) {
    // A download that failed: kept without its libraries, the program would not run today and not tomorrow.
    throw new Error(`apt-get cannot fetch them: ${lastLines(whole.output, 4)}`);
  }
  if (whole.code !== 0) {
    // A system with half-installed packages cannot say what is missing; the packages alone often suffice.
    const alone = await runCommand("apt-get", [...options, "download", ...names], {
      env: aptEnvironment(),
      cwd: join(state, "archives"),
    });
    if (alone.code !== 0) throw new Error(`apt-get cannot fetch them: ${lastLines(whole.output, 4)}`);
  }
  const archives = (await readdir(join(state, "archives"))).filter((name) => name.endsWith(".deb"));
  for (const archive of archives) await mustRun("dpkg-deb", ["-x", join(state, "archives", archive), root]);
  await rm(state, { recursive: true, force: true });
  await chmod(root, 0o755);
  await writeFile(join(root, ".packages"), `${archives.join("\n")}\n`);
}

/** apt with its lists, cache and lock in `state`, on the list of what the system has installed. */
function aptOptions(state: string): string[] {
  const settings = {
    "Dir::State::lists": join(state, "lists"),
    "Dir::Cache": state,
    "Dir::Cache::archives": join(state, "archives"),
    "Dir::State::status": "/var/lib/dpkg/status",
    "Debug::NoLocking": "1",
    "APT::Sandbox::User": "",
    "Acquire::Languages": "none",
    "Acquire::Retries": "3",
    "Dpkg::Use-Pty": "0",
  };
  return ["-q", ...Object.entries(settings).flatMap(([key, value]) => ["-o", `${key}=${value}`])];
}

function aptEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" };
}

async function describeTree(root: string): Promise<UnpackedPackages> {
  const libraries: string[] = [];
  for (const top of ["lib", "usr/lib"]) libraries.push(...(await foldersWithLibraries(join(root, top), 2)));
  return {
    root,
    programs: ["usr/local/bin", "usr/bin", "usr/sbin", "bin", "sbin"].map((folder) => join(root, folder)),
    libraryPath: libraries.join(":"),
  };
}

async function foldersWithLibraries(folder: string, depth: number): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.some((entry) => /\.so(\.|$)/.test(entry.name)) ? [folder] : [];
  if (depth === 0) return found;
  for (const entry of entries) {
    if (entry.isDirectory()) found.push(...(await foldersWithLibraries(join(folder, entry.name), depth - 1)));
  }
  return found;
}

/** The same names mean other files on another release, and need other libraries on another system. */
async function cacheKey(names: readonly string[]): Promise<string> {
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  const digest = createHash("sha256").update(JSON.stringify([names, process.arch, release]));
  return `${names[0] ?? "none"}-${digest.digest("hex").slice(0, 12)}`;
}

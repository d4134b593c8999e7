import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unpackDebianPackages } from "../embedded/debian-packages";
import { findExecutable } from "../embedded/process/find-executable";
import { lastLines, runCommand } from "../embedded/process/run-command";

/** A browser for Playwright: `executablePath` and what must be added to its environment. */
export type Chromium = { executablePath: string; env: Record<string, string> };

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const REMEDY =
  "Install Chromium or Chrome, or name one with CHROME_PATH=/path/to/chrome, and run npm test again.";

/**
 * CHROME_PATH, else an installed Chromium, else the one that Playwright has downloaded earlier, else Debian's package
 * unpacked below `cacheFolder` (nothing is installed), else a download by Playwright.
 * @throws when none of these runs on this machine
 */
export async function findChromium(cacheFolder: string, say: (line: string) => void): Promise<Chromium> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (await runs({ executablePath: named, env: {} })) return { executablePath: named, env: {} };
    throw new Error(`CHROME_PATH=${named} does not run. Name a Chromium or Chrome, or leave it out.`);
  }
  const problems: string[] = [];
  for (const find of [installed, playwrightsOwn, () => unpacked(cacheFolder, say), () => downloaded(say)]) {
    try {
      const chromium = await find();
      if (chromium && (await runs(chromium))) return chromium;
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No browser for the tests is to be had (${problems.join("; ")}). ${REMEDY}`);
}

async function installed(): Promise<Chromium | null> {
  const executablePath = findExecutable(PROGRAMS);
  return executablePath === null ? null : { executablePath, env: {} };
}

async function playwrightsOwn(): Promise<Chromium | null> {
  const { chromium } = await import("@playwright/test");
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath, env: {} } : null;
}

async function downloaded(say: (line: string) => void): Promise<Chromium | null> {
  say("downloading Chromium with Playwright");
  const cli = join("node_modules", "playwright", "cli.js");
  const { code, output } = await runCommand(process.execPath, [cli, "install", "chromium"]);
  if (code !== 0) throw new Error(`playwright install chromium: ${lastLines(output, 3)}`);
  return playwrightsOwn();
}

/** The package has no fonts and looks for them in the system's folders, so it gets some of its own. */
async function unpacked(cacheFolder: string, say: (line: string) => void): Promise<Chromium | null> {
  const packages = await unpackDebianPackages(["chromium", "fonts-liberation"], cacheFolder, say);
  if (!packages) return null;
  const { root, libraryPath } = packages;
  // usr/bin/chromium is a script with the system's paths in it.
  const executablePath = join(root, "usr", "lib", "chromium", "chromium");
  if (!existsSync(executablePath)) return null;
  const fontCache = join(root, "var", "cache", "fontconfig");
  await mkdir(fontCache, { recursive: true });
  const fontSettings = join(root, "fonts.conf");
  await writeFile(
    fontSettings,
    fontConfiguration([join(root, "usr/share/fonts"), "/usr/share/fonts"], fontCache),
  );
  const libraries = [libraryPath, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { executablePath, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontSettings } };
}

/** Which of the fonts stands in for those that pages and browsers ask for. */
const STAND_INS = {
  "Liberation Sans": ["sans-serif", "system-ui", "Arial", "Helvetica"],
  "Liberation Serif": ["serif", "Times New Roman", "Times"],
  "Liberation Mono": ["monospace", "Courier New", "Courier"],
};

function fontConfiguration(folders: readonly string[], cache: string): string {
  const alias = (family: string, font: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const aliases = Object.entries(STAND_INS).flatMap(([font, families]) =>
    families.map((family) => alias(family, font)),
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join("\n")}
<cachedir>${cache}</cachedir>
${aliases.join("\n")}
</fontconfig>
`;
}

async function runs({ executablePath, env }: Chromium): Promise<boolean> {
  const { code, output } = await runCommand(executablePath, ["--version"], {
    env: { ...process.env, ...env },
  });
  return code === 0 && /chrom/i.test(output);
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { unpackDebianPackages } from "../../embedded/debian-packages";
import { findExecutable } from "../../embedded/process/find-executable";
import { runCommand } from "../../embedded/process/run-command";
import { PACKAGE_CACHE } from "../launch/package-cache";

const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGES = ["chromium", "fonts-liberation", "fontconfig-config"];
const REMEDY = "Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test";

/** What playwright.config.ts reads. */
export type BrowserEnvironment = Record<string, string>;

/** A Chromium for the browser tests: the machine's, Playwright's, or the distribution's package unpacked without root. */
export async function ensureChromium(): Promise<BrowserEnvironment> {
  const configured = process.env.CHROMIUM_PATH ?? findExecutable(INSTALLED);
  if (configured) return { CHROMIUM_PATH: configured };
  if (existsSync(chromium.executablePath())) return {};
  return (await unpackedChromium()) ?? (await downloadedChromium());
}

async function unpackedChromium(): Promise<BrowserEnvironment | null> {
  const packages = await unpackDebianPackages(PACKAGES, PACKAGE_CACHE, (line) =>
    console.log(`… ${line}`),
  ).catch((error: unknown) => {
    console.error(`! ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  const program = packages && join(packages.root, "usr/lib/chromium/chromium");
  if (!packages || !program || !existsSync(program)) return null;
  return {
    CHROMIUM_PATH: program,
    CHROMIUM_LIBRARIES: packages.libraryPath,
    CHROMIUM_FONTS: join(packages.root, "etc/fonts"),
  };
}

async function downloadedChromium(): Promise<BrowserEnvironment> {
  console.log("… downloading Playwright's Chromium (once)");
  const { code, output } = await runCommand("node_modules/.bin/playwright", ["install", "chromium"]);
  if (code !== 0) throw new Error(`No browser can be had. ${REMEDY}\n${output}`);
  return {};
}

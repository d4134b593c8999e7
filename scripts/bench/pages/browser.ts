import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { freePort } from "../../../embedded/process/free-port";
import { findChromium } from "../../find-chromium";
import { PACKAGE_CACHE } from "../../launch/package-cache";
import type { SignedIn } from "../streams/people";

/** A browser with the person signed in, that other programs can steer too: `debuggingPort` speaks DevTools' protocol. */
export type SignedInBrowser = { context: BrowserContext; debuggingPort: number; stop(): Promise<void> };

export async function startBrowser(
  url: string,
  { cookie }: SignedIn,
  say: (line: string) => void,
): Promise<SignedInBrowser> {
  const { executablePath, env } = await findChromium(PACKAGE_CACHE, say);
  const folder = await mkdtemp(join(tmpdir(), "purser-browser-"));
  const debuggingPort = await freePort();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [`--remote-debugging-port=${debuggingPort}`, "--no-sandbox"],
  });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  return {
    context,
    debuggingPort,
    stop: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

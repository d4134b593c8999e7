import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Chromium, findChromium } from "../find-chromium";
import { PACKAGE_CACHE } from "../launch/package-cache";
import { runVisibly } from "./run-visibly";
import { startCopy } from "./running-copy";
import type { Outcome } from "./stage";

const Report = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Builds and starts the application as `npm start` does, and runs the named Playwright project against it. */
export async function runBrowserTests(project: "chromium" | "screenshots"): Promise<Outcome> {
  const say = (line: string) => console.log(line);
  const [chromium, copy] = await allOrNothing(findChromium(PACKAGE_CACHE, say), startCopy(say));
  let outcome: Outcome = { passed: 0, failed: 1, skipped: 0 };
  try {
    outcome = await runPlaywright(project, { chromium, url: copy.url, dataFolder: copy.dataFolder });
  } finally {
    await copy.stop({ keepLogs: outcome.failed > 0 });
  }
  return outcome;
}

/** Without a browser the copy that has started is stopped again. */
async function allOrNothing<Copy extends { stop(options: { keepLogs: boolean }): Promise<void> }>(
  browser: Promise<Chromium>,
  copy: Promise<Copy>,
): Promise<[Chromium, Copy]> {
  const [found, started] = await Promise.allSettled([browser, copy]);
  if (started.status === "rejected") throw started.reason;
  if (found.status === "fulfilled") return [found.value, started.value];
  await started.value.stop({ keepLogs: false });
  throw found.reason;
}

async function runPlaywright(
  project: string,
  { chromium, url, dataFolder }: { chromium: Chromium; url: string; dataFolder: string },
): Promise<Outcome> {
  const report = resolve("test-results", `playwright-${project}.json`);
  await rm(report, { force: true });
  const code = await runVisibly("node_modules/.bin/playwright", ["test", "--project", project], {
    E2E_BASE_URL: url,
    E2E_DATA_DIR: dataFolder,
    E2E_CHROMIUM: chromium.executablePath,
    E2E_CHROMIUM_ENVIRONMENT: JSON.stringify(chromium.env),
    E2E_REPORT: report,
  });
  const { stats } = Report.parse(JSON.parse(await readFile(report, "utf8")));
  return {
    passed: stats.expected,
    // A test that passes only at the second try is broken.
    failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1),
    skipped: stats.skipped,
  };
}

import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { findChromium } from "../find-chromium";
import { PACKAGE_CACHE } from "../launch/package-cache";
import { runVisibly } from "./run-visibly";
import type { Outcome } from "./stage";

const Report = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Runs the named Playwright project; its global set-up builds and starts the application as `npm start` does. */
export async function runBrowserTests(project: "chromium" | "screenshots"): Promise<Outcome> {
  const chromium = await findChromium(PACKAGE_CACHE, (line) => console.log(`… ${line}`));
  const report = resolve("test-results", `playwright-${project}.json`);
  await rm(report, { force: true });
  const code = await runVisibly("node_modules/.bin/playwright", ["test", "--project", project], {
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

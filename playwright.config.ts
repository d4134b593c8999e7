import { defineConfig } from "@playwright/test";
import { z } from "zod";

/** Given by `npm test`, which finds a browser. Without it Playwright looks for its own. */
const settings = z
  .object({
    E2E_CHROMIUM: z.string().optional(),
    /** JSON: what the browser needs in its environment. */
    E2E_CHROMIUM_ENVIRONMENT: z.string().default("{}"),
    /** Where the results go as JSON. */
    E2E_REPORT: z.string().optional(),
  })
  .parse(process.env);

const browserEnvironment = z
  .record(z.string(), z.string())
  .parse(JSON.parse(settings.E2E_CHROMIUM_ENVIRONMENT));

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  outputDir: "test-results/e2e",
  // The demo person is one person: tests that sign in as that person would see one another's conversations.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: settings.E2E_REPORT ? [["list"], ["json", { outputFile: settings.E2E_REPORT }]] : [["list"]],
  use: {
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    video: "off",
    launchOptions: {
      ...(settings.E2E_CHROMIUM ? { executablePath: settings.E2E_CHROMIUM } : {}),
      env: { ...stringsOf(process.env), ...browserEnvironment },
    },
  },
  projects: [
    { name: "chromium", testIgnore: "screenshots/**" },
    { name: "screenshots", testMatch: "screenshots/**/*.spec.ts" },
  ],
});

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

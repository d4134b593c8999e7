import { test as base, expect } from "@playwright/test";
import type { ApplicationAddress } from "./application";

type Fixtures = {
  /** The application under test. */
  application: ApplicationAddress;
};

/** Every test runs against the shared application, and fails when the page logs an error. */
export const test = base.extend<Fixtures & { consoleErrors: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
  application: async ({}, use) => {
    await use(JSON.parse(process.env.PURSER_E2E ?? "null") as ApplicationAddress);
  },
  baseURL: async ({ application }, use) => {
    await use(application.url);
  },
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        // The browser itself reports refused requests, which some tests provoke.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          errors.push(message.text());
      });
      page.on("pageerror", (error) => errors.push(String(error)));
      await use(errors);
      expect(errors, "nothing is logged as an error in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

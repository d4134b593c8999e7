import { configDefaults, defineConfig } from "vitest/config";

const exclude = [...configDefaults.exclude, "tests/e2e/**", ".next/**", ".data/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          // A busy machine is no failure.
          testTimeout: 30_000,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.int.test.ts"],
          setupFiles: ["tests/support/property-seed.ts"],
        },
      },
      {
        test: {
          name: "integration",
          include: ["**/*.int.test.ts"],
          exclude,
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/property-seed.ts", "tests/support/fresh-stores.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // next-auth imports "next/server", which only a bundler resolves: Next has no exports map.
          server: { deps: { inline: ["next-auth"] } },
        },
      },
    ],
  },
});

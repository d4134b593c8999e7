import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { runVisibly } from "./run-visibly";
import type { Outcome } from "./stage";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** Runs the tests of one vitest project. */
export async function runVitest(project: "unit" | "integration"): Promise<Outcome> {
  const report = join("test-results", `vitest-${project}.json`);
  await rm(report, { force: true });
  const code = await runVisibly("node_modules/.bin/vitest", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const tests = Report.parse(JSON.parse(await readFile(report, "utf8")));
  return {
    passed: tests.numPassedTests,
    // A file that cannot be loaded, or an error outside of a test, fails the run without a failed test.
    failed: Math.max(tests.numFailedTests, code === 0 ? 0 : 1),
    skipped: tests.numPendingTests + tests.numTodoTests,
  };
}

import { runChecks } from "./checks";
import { ensureChromium } from "./chromium";
import { type Counts, runPlaywright, runVitest } from "./runners";

type Stage = { name: string; run: () => Promise<Counts> };

/** A stage of checks counts as one test, so that the closing line says it when one fails. */
const fromCheck = (isGood: boolean): Counts => ({
  passed: Number(isGood),
  failed: Number(!isGood),
  skipped: 0,
});

const STAGES: Stage[] = [
  { name: "check", run: async () => fromCheck(await runChecks()) },
  { name: "unit", run: () => runVitest("unit") },
  { name: "integration", run: () => runVitest("integration") },
  { name: "e2e", run: async () => runPlaywright("chromium", await ensureChromium()) },
];
const SCREENSHOTS: Stage = {
  name: "screenshots",
  run: async () => runPlaywright("screenshots", await ensureChromium()),
};

/** Runs the named stages, or all; a failed one does not keep the next from telling more. @returns the exit code */
export async function main(args: string[]): Promise<number> {
  const stages = args.includes("--screenshots")
    ? [SCREENSHOTS]
    : STAGES.filter(({ name }) => args.length === 0 || args.includes(name));
  if (stages.length === 0) {
    console.error(`There is no such part. Choose from: ${STAGES.map(({ name }) => name).join(", ")}`);
    return 1;
  }
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const { name, run } of stages) {
    const startedAt = performance.now();
    const counts = await run();
    // A stage in which nothing ran has not passed.
    if (counts.passed + counts.failed === 0) counts.failed = 1;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    lines.push(
      `${name.padEnd(12)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, ${seconds} s`,
    );
  }
  console.log(`\n${lines.join("\n")}\n`);
  console.log(
    `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
  );
  return total.failed === 0 ? 0 : 1;
}

/** What a part of `npm test` came to. `failed` counts a part that could not run at all as one. */
export type Outcome = { passed: number; failed: number; skipped: number };

export type Result = Outcome & { name: string; seconds: number };

/** Runs a part, prints its name before and its time after it; a part that throws has failed and the others still run. */
export async function runStage(name: string, work: () => Promise<Outcome>): Promise<Result> {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  let outcome: Outcome;
  try {
    outcome = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    outcome = { passed: 0, failed: 1, skipped: 0 };
  }
  // A part in which nothing ran has not passed.
  if (outcome.passed + outcome.failed === 0) outcome = { ...outcome, failed: 1 };
  return { name, ...outcome, seconds: (performance.now() - startedAt) / 1000 };
}

/** The table at the end; its last line stands alone and says the sum. */
export function summary(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map((result) => {
    const mark = result.failed === 0 ? "✓" : "✗";
    return `${mark} ${result.name.padEnd(width)}  ${result.seconds.toFixed(1).padStart(6)} s  ${counts(result)}`;
  });
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of results) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return ["", ...lines, "", counts(total)].join("\n");
}

function counts({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** What a part of `npm test` came to. `failed` counts a part that could not run at all as one. */
export type Outcome = { passed: number; failed: number };

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
    outcome = { passed: 0, failed: 1 };
  }
  return { name, ...outcome, seconds: (performance.now() - startedAt) / 1000 };
}

/** The table at the end; its last line stands alone and says the sum. */
export function summary(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, passed, failed, seconds }) => {
    const mark = failed === 0 ? "✓" : "✗";
    return `${mark} ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`;
  });
  const sum = (pick: (result: Result) => number) => results.reduce((total, it) => total + pick(it), 0);
  return ["", ...lines, "", `${sum((it) => it.passed)} passed, ${sum((it) => it.failed)} failed`].join("\n");
}

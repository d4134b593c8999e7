/** Runs one step and prints a line with what it did and how long it took. */
export async function step<Result>(
  name: string,
  work: () => Promise<Result>,
  describe?: (result: Result) => string,
): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const detail = describe ? `: ${describe(result)}` : "";
  console.log(`✓ ${name}${detail} (${seconds} s)`);
  return result;
}

export const say = (line: string): void => console.log(`… ${line}`);

export const warn = (line: string): void => console.error(`! ${line}`);

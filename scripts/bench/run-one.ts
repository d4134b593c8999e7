import type { BenchResult } from "./bench";
import { BENCHES } from "./benches";
import { startBenchParts } from "./start-parts";

/** One bench in a process of its own: `run-one.ts <name> [--smoke]`. Sends its result to the parent. */
async function main([name = "", flag]: string[]): Promise<void> {
  const bench = BENCHES.find((known) => known.name === name);
  if (!bench) throw new Error(`There is no bench "${name}".`);
  const parts = await startBenchParts();
  // Ctrl-C, or a parent that is gone: the stores would outlive us.
  const leave = () => void parts.stop().finally(() => process.exit(1));
  for (const event of ["SIGINT", "SIGTERM", "disconnect"]) process.once(event, leave);
  try {
    Object.assign(process.env, parts.environment, { LOG_LEVEL: "silent" });
    const measured = await bench.run({
      parts,
      isSmoke: flag === "--smoke",
      say: (line) => console.error(`${name}: ${line}`),
    });
    const result: BenchResult = { name, goals: bench.goals, ...measured };
    process.send?.(result);
  } finally {
    await parts.stop();
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

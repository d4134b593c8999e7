/** With BENCH_PROFILE every process leaves a CPU profile in that folder when it ends. */
export const profiling = (): string[] =>
  process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];

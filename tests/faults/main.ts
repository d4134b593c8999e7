import { type FaultRun, runFaults } from "./run-faults";

const LONG = {
  atOnce: 6,
  pace: { answerMs: [2_000, 6_000] },
  frozenMs: 15_000,
  isShort: false,
  longAnswer: 400,
} as const;
/** Each fault once, for `npm test`. */
const SHORT = {
  atOnce: 4,
  pace: { answerMs: [2_000, 5_000] },
  frozenMs: 2_500,
  isShort: true,
  longAnswer: 100,
} as const;

/** `[answers [seed]]`, or `short [seed]`. @returns the exit code */
async function main([answers = "300", seed = "1"]: readonly string[]): Promise<number> {
  const isShort = answers === "short";
  const run: FaultRun = {
    ...(isShort ? SHORT : LONG),
    answers: isShort ? 12 : Number(answers),
    seed: Number(seed),
  };
  if (!Number.isInteger(run.answers) || !Number.isInteger(run.seed)) {
    process.stderr.write("Use: npm run faults [-- answers [seed]]\n");
    return 1;
  }
  const isRight = await runFaults(run, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(
    isRight
      ? "\nevery rule held\n"
      : `\nrules were broken; the same again: npm run faults -- ${answers} ${seed}\n`,
  );
  return isRight ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));

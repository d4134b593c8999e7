import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BenchResult, type Goal, isMet } from "./bench";
import { BENCHES } from "./benches";
import { table } from "./table";

const USAGE = `Usage: npm run bench [-- names] [--smoke] [--out file.json]
  names    which ones; all when left out: ${BENCHES.map(({ name }) => name).join(", ")}
  --smoke  small and without judgement: only whether they run
  --out    where the figures go; else bench-results/<time>.json`;

/** The command. @returns the exit code: 1 when a bench failed or a goal was missed */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      smoke: { type: "boolean", default: false },
      out: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const unknown = positionals.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (values.help || unknown !== undefined) {
    console.log(unknown === undefined ? USAGE : `There is no bench "${unknown}".\n${USAGE}`);
    return unknown === undefined ? 0 : 1;
  }
  const chosen = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const results: BenchResult[] = [];
  for (const { name } of chosen) {
    const result = await runOne(name, values.smoke);
    results.push(values.smoke ? { ...result, goals: result.goals.map(withoutBounds) } : result);
  }
  console.log(table(results));
  console.log(`written to ${write(results, values.out)}`);
  return results.every(isGood) ? 0 : 1;
}

/** Alone in its process: no bench inherits the heap, the settings or the connections of another. */
function runOne(name: string, isSmoke: boolean): Promise<BenchResult> {
  const program = join(dirname(fileURLToPath(import.meta.url)), "run-one.ts");
  const child = fork(program, [name, ...(isSmoke ? ["--smoke"] : [])], {
    execArgv: ["--import", import.meta.resolve("tsx")],
  });
  let result: BenchResult | undefined;
  child.on("message", (message) => {
    result = message as BenchResult;
  });
  return new Promise((resolve) => {
    child.once("exit", (code) => {
      const goals = BENCHES.find((bench) => bench.name === name)?.goals ?? [];
      const problem = `ended with ${code} and without figures; the reason stands above`;
      resolve(result ?? { name, goals, figures: {}, problem });
    });
  });
}

/** So small a run says nothing about how fast it is. */
const withoutBounds = ({ figure, unit }: Goal): Goal => ({ figure, unit });

const isGood = ({ goals, figures, problem }: BenchResult): boolean =>
  problem === undefined && goals.every((goal) => isMet(goal, figures[goal.figure]) !== false);

function write(results: readonly BenchResult[], out?: string): string {
  const at = new Date().toISOString();
  const file = out ?? join("bench-results", `${at.replaceAll(/[:.]/g, "-")}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? "", node: process.version };
  writeFileSync(file, `${JSON.stringify({ at, machine, results }, null, 2)}\n`);
  return file;
}

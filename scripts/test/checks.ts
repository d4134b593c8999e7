import { runCommand } from "../../embedded/process/run-command";

type Check = {
  name: string;
  command: string[] /** Text without which the tool has looked at nothing. */;
  proof: RegExp;
};

const TOP_FOLDERS = [
  "app",
  "components",
  "lib",
  "workers",
  "embedded",
  "scripts",
  "instrumentation.ts",
  "proxy.ts",
];

const CHECKS: Check[] = [
  {
    name: "format and lint",
    command: ["biome", "ci", "--error-on-warnings", "."],
    proof: /Checked \d{3,} files/,
  },
  { name: "types of pages", command: ["next", "typegen"], proof: /Types generated/ },
  { name: "types", command: ["tsc", "--noEmit", "--extendedDiagnostics"], proof: /Files:\s+\d{3,}/ },
  {
    name: "boundaries",
    command: ["depcruise", "--config", "dependency-cruiser.config.cjs", ...TOP_FOLDERS],
    proof: /\d{3,} modules/,
  },
  { name: "dead code", command: ["knip", "--max-show-issues", "30"], proof: /^/ },
];

/** Runs all checks, one line each; shows what a failed one printed. */
export async function runChecks(): Promise<boolean> {
  let isGood = true;
  for (const check of CHECKS) isGood = (await runCheck(check)) && isGood;
  return isGood;
}

async function runCheck({ name, command, proof }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const [program, ...args] = command;
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" as const };
  const { code, output } = await runCommand(`node_modules/.bin/${program}`, args, { env });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const isGood = code === 0 && proof.test(output);
  console.log(`${isGood ? "✓" : "✗"} check: ${name} (${seconds} s)`);
  if (code === 0 && !isGood) console.error(`${program} looked at nothing:`);
  if (!isGood) console.error(output);
  return isGood;
}

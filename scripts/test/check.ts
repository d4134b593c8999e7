import { runCommand } from "../../embedded/process/run-command";
import type { Outcome } from "./stage";

const bin = (name: string) => `node_modules/.bin/${name}`;

const SOURCES = [
  "app",
  "pages",
  "components",
  "lib",
  "workers",
  "embedded",
  "scripts",
  "evaluation",
  "instrumentation.ts",
  "proxy.ts",
];

type Check = {
  name: string;
  command: readonly [file: string, ...args: string[]];
  /** What it prints when it has looked at something: a tool that finds no files at all is content too. */
  proof: RegExp;
};

const CHECKS: readonly Check[] = [
  {
    name: "format and lint",
    command: [bin("biome"), "ci", "--error-on-warnings", "."],
    proof: /Checked \d{3,} files/,
  },
  // Also makes `next-env.d.ts`, without which TypeScript does not know of styles and pictures.
  { name: "types of routes", command: [bin("next"), "typegen"], proof: /Types generated/ },
  {
    name: "types",
    command: [bin("tsc"), "--noEmit", "--incremental", "false", "--extendedDiagnostics"],
    proof: /Files:\s+\d{3,}/,
  },
  {
    name: "boundaries",
    command: [bin("depcruise"), "--config", "dependency-cruiser.config.cjs", ...SOURCES],
    proof: /\d{3,} modules/,
  },
  { name: "dead code", command: [bin("knip"), "--max-show-issues", "30"], proof: /^/ },
];

/** Runs every check, a line for each. */
export async function check(): Promise<Outcome> {
  const outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, command, proof } of CHECKS) {
    const startedAt = performance.now();
    const complaint = await complaintOf(command, proof);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (complaint === null) {
      outcome.passed += 1;
      console.log(`✓ ${name} (${seconds} s)`);
    } else {
      outcome.failed += 1;
      console.error(`${complaint}\n✗ ${name} (${seconds} s)`);
    }
  }
  return outcome;
}

async function complaintOf([file, ...args]: Check["command"], proof: RegExp): Promise<string | null> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" as const };
  const { code, output } = await runCommand(file, args, { env });
  if (code !== 0) return output.trim();
  return proof.test(output) ? null : `${file} looked at nothing:\n${output.trim()}`;
}

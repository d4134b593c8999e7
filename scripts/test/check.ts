import { runCommand } from "../../embedded/process/run-command";
import type { Outcome } from "./stage";

const bin = (name: string) => `node_modules/.bin/${name}`;

type Check = { name: string; commands: readonly (readonly [file: string, ...args: string[]])[] };

/** Each is silent unless it finds something. */
const CHECKS: readonly Check[] = [
  { name: "format and lint", commands: [[bin("biome"), "ci", "--error-on-warnings", "."]] },
  // The types of routes are generated, and `next-env.d.ts` with them.
  {
    name: "types",
    commands: [
      [bin("next"), "typegen"],
      [bin("tsc"), "--noEmit"],
    ],
  },
  {
    name: "boundaries",
    commands: [
      [
        bin("depcruise"),
        "--config",
        "dependency-cruiser.config.cjs",
        ...["app", "components", "lib", "workers", "embedded", "scripts", "instrumentation.ts", "proxy.ts"],
      ],
    ],
  },
  { name: "dead code", commands: [[bin("knip")]] },
];

/** Runs every check, a line for each. */
export async function check(): Promise<Outcome> {
  const outcome = { passed: 0, failed: 0 };
  for (const { name, commands } of CHECKS) {
    const startedAt = performance.now();
    const complaint = await firstComplaint(commands);
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

async function firstComplaint(commands: Check["commands"]): Promise<string | null> {
  for (const [file, ...args] of commands) {
    const { code, output } = await runCommand(file, args, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (code !== 0) return output.trim();
  }
  return null;
}

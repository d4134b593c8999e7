import { mkdirSync } from "node:fs";
import { runBrowserTests } from "./browser";
import { check } from "./check";
import { type Outcome, type Result, runStage, summary } from "./stage";
import { runVitest } from "./vitest";

type Stage = { name: string; work: () => Promise<Outcome> };

const STAGES: Record<string, Stage> = {
  check: { name: "checks", work: check },
  unit: { name: "unit tests", work: () => runVitest("unit") },
  integration: { name: "integration tests", work: () => runVitest("integration") },
  e2e: { name: "production build and browser tests", work: () => runBrowserTests("chromium") },
};

/** By name only: they write pictures into docs/images. */
const EXTRA: Record<string, Stage> = {
  "--screenshots": { name: "screenshots", work: () => runBrowserTests("screenshots") },
};

/** The command. @returns the exit code */
export async function main(args: string[]): Promise<number> {
  const parts = { ...STAGES, ...EXTRA };
  const unknown = args.filter((argument) => !(argument in parts));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(", ")}. Use: npm test -- ${Object.keys(parts).join("|")}`);
    return 1;
  }
  mkdirSync("test-results", { recursive: true });
  const stages =
    args.length === 0 ? Object.values(STAGES) : args.flatMap((argument) => parts[argument] ?? []);
  const results: Result[] = [];
  for (const { name, work } of stages) results.push(await runStage(name, work));
  console.log(summary(results));
  return results.every(({ failed }) => failed === 0) ? 0 : 1;
}

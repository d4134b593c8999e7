import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Counts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
};
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

export function runVitest(project: "unit" | "integration"): Promise<Counts> {
  return withReport(async (file) => {
    const args = [
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ];
    const code = await show("vitest", args, { NODE_ENV: "test" });
    const report = readReport<VitestReport>(file);
    const failed = report?.numFailedTests ?? 0;
    return {
      passed: report?.numPassedTests ?? 0,
      // A file that does not even load fails no test of its own.
      failed: code !== 0 ? Math.max(failed, 1) : failed,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    };
  });
}

export function runPlaywright(project: string, browser: Record<string, string>): Promise<Counts> {
  return withReport(async (file) => {
    const env = { ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const code = await show("playwright", ["test", `--project=${project}`, "--reporter=list,json"], env);
    const stats = readReport<PlaywrightReport>(file)?.stats;
    // A test that passes only at the second try is broken.
    const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
    return {
      passed: stats?.expected ?? 0,
      failed: code !== 0 ? Math.max(failed, 1) : failed,
      skipped: stats?.skipped ?? 0,
    };
  });
}

async function withReport(work: (file: string) => Promise<Counts>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "purser-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return null; // The runner died before it could write one; its exit code says so.
  }
}

function show(program: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, args, {
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

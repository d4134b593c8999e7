import { spawn } from "node:child_process";

/** Runs a command with its output on our terminal. @returns its exit code; a signal counts as 1 */
export function runVisibly(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("error", (error) => reject(new Error(`${file} cannot be started: ${error.message}`)));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

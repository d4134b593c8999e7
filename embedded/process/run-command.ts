import { type SpawnOptions, spawn } from "node:child_process";

export type CommandResult = { code: number | null; output: string };

/** Runs a command to its end; `output` is stdout and stderr in order. Never throws for a bad exit code. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: SpawnOptions & { input?: string } = {},
): Promise<CommandResult> {
  const { input, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...spawnOptions, stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    // A command that does not read its input closes the pipe early; its exit code tells what matters.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
    child.once("error", (error) => resolve({ code: null, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** `runCommand`, but a bad exit code throws with what the command printed. */
export async function mustRun(
  file: string,
  args: readonly string[],
  options: SpawnOptions & { input?: string } = {},
): Promise<string> {
  const { code, output } = await runCommand(file, args, options);
  if (code !== 0) throw new Error(`${file} failed (${code ?? "could not start"}): ${lastLines(output, 8)}`);
  return output;
}

export function lastLines(text: string, count: number): string {
  return text.trim().split("\n").slice(-count).join("\n");
}

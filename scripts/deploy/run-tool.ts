import { spawn } from "node:child_process";
import { lastLines } from "../../embedded/process/run-command";
import { EnvironmentSchema } from "../../lib/env";

type ToolResult = { isInstalled: boolean; isGood: boolean; stdout: string; complaint: string };

type Options = {
  /** Secrets go this way: the arguments of a process can be read by everybody on the machine. */
  input?: string;
  /** Without a network the tools wait for ever. */
  limitMs?: number;
};

const MINUTE_MS = 60_000;
const SETTINGS = Object.keys(EnvironmentSchema.shape);

/** Runs `vercel`, `flyctl` or `git` to its end, without the settings of the application in its environment. Never throws. */
export function runTool(
  name: string,
  args: readonly string[],
  { input = "", limitMs = MINUTE_MS }: Options = {},
): Promise<ToolResult> {
  const env = { ...process.env };
  for (const setting of SETTINGS) delete env[setting];
  return new Promise((resolve) => {
    const child = spawn(name, args, { env, stdio: ["pipe", "pipe", "pipe"], timeout: limitMs });
    let stdout = "";
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString("utf8");
      output += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    // A tool that does not read its input closes the pipe early; its exit code tells what matters.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.once("error", (error: NodeJS.ErrnoException) =>
      resolve({ isInstalled: error.code !== "ENOENT", isGood: false, stdout: "", complaint: error.message }),
    );
    child.once("close", (code, signal) => {
      const reason = signal === null ? lastLines(output, 12) : `no answer within ${limitMs / 1_000} s`;
      resolve({ isInstalled: true, isGood: code === 0, stdout, complaint: reason || `exit code ${code}` });
    });
  });
}

/** `runTool`, but what fails throws with what the tool said. */
export async function mustRunTool(
  name: string,
  args: readonly string[],
  options: Options = {},
): Promise<string> {
  const { isGood, stdout, complaint } = await runTool(name, args, options);
  if (!isGood) throw new Error(`${name} ${args.slice(0, 2).join(" ")}: ${complaint}`);
  return stdout;
}

import type { Problem } from "./problem";
import { runTool } from "./run-tool";

/** What is deployed must be what can be checked out again. */
export async function checkTree(): Promise<Problem[]> {
  const { isGood, stdout, complaint } = await runTool("git", ["status", "--porcelain"]);
  if (!isGood)
    return [{ what: `git cannot tell what changed: ${complaint}`, remedy: "Deploy from a clone." }];
  const changed = stdout.split("\n").filter(Boolean);
  if (changed.length === 0) return [];
  const files = changed
    .slice(0, 5)
    .map((line) => line.slice(3))
    .join(", ");
  return [
    {
      what: `${changed.length} file${changed.length === 1 ? " is" : "s are"} not committed: ${files}${changed.length > 5 ? ", …" : ""}`,
      remedy: "Commit or remove them.",
    },
  ];
}

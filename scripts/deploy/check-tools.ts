import { existsSync } from "node:fs";
import type { Problem } from "./problem";
import { runTool } from "./run-tool";

const TOOLS = [
  {
    name: "vercel",
    whoAmI: ["whoami"],
    install: "Install it: `npm install --global vercel`.",
    signIn: "`vercel login`, or VERCEL_TOKEN",
  },
  {
    name: "flyctl",
    whoAmI: ["auth", "whoami"],
    install: "Install it: https://fly.io/docs/flyctl/install/.",
    signIn: "`flyctl auth login`, or FLY_API_TOKEN",
  },
] as const;

/** Whether the programs that deploy are there and signed in, and know where to. */
export async function checkTools(tools: Record<string, string>): Promise<Problem[]> {
  const found = await Promise.all(TOOLS.map(checkTool));
  const isLinked = existsSync(".vercel/project.json") || (tools.VERCEL_ORG_ID && tools.VERCEL_PROJECT_ID);
  if (!isLinked)
    found.push([
      {
        what: "This folder is linked to no Vercel project",
        remedy: "Run `vercel link` once, or set VERCEL_ORG_ID and VERCEL_PROJECT_ID.",
      },
    ]);
  return found.flat();
}

async function checkTool({ name, whoAmI, install, signIn }: (typeof TOOLS)[number]): Promise<Problem[]> {
  const { isInstalled, isGood, complaint } = await runTool(name, whoAmI);
  if (!isInstalled) return [{ what: `${name} is not installed`, remedy: install }];
  if (!isGood) return [{ what: `${name} is not signed in: ${complaint}`, remedy: `Sign in: ${signIn}.` }];
  return [];
}

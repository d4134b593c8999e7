import { z } from "zod";
import type { Problem } from "./problem";
import { runTool } from "./run-tool";
import type { Target } from "./step";

const Releases = z.array(z.object({ Status: z.string(), ImageRef: z.string(), Version: z.number() }));
const Deployment = z.object({ url: z.string() });

/**
 * What runs now. The hosts are asked before anything is changed: afterwards "the one before" could be one that failed.
 * @returns a problem where Fly has no such app; a web that was never deployed is none
 */
export async function findPrevious(
  flyApp: string,
  authUrl: string,
): Promise<{ previous: Target["previous"]; problems: Problem[] }> {
  const [releases, inspected] = await Promise.all([
    runTool("flyctl", ["releases", "--app", flyApp, "--image", "--json"]),
    runTool("vercel", ["inspect", new URL(authUrl).host, "--json"]),
  ]);
  const problems = releases.isGood
    ? []
    : [
        {
          what: `Fly does not tell of the app ${flyApp}: ${releases.complaint}`,
          remedy: `Make it with \`flyctl apps create ${flyApp}\`, or correct FLY_APP.`,
        },
      ];
  return {
    previous: {
      image: releases.isGood ? newestImage(releases.stdout) : null,
      webDeployment: inspected.isGood ? (readJson(Deployment, inspected.stdout)?.url ?? null) : null,
    },
    problems,
  };
}

function newestImage(json: string): string | null {
  const complete = (readJson(Releases, json) ?? []).filter(
    ({ Status, ImageRef }) => /^(complete|succeeded)$/i.test(Status) && ImageRef !== "",
  );
  return complete.sort((a, b) => b.Version - a.Version)[0]?.ImageRef ?? null;
}

function readJson<Shape>(schema: z.ZodType<Shape>, text: string): Shape | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null; // Another version of the tool says it otherwise: then nothing can be rolled back, and the plan says so.
  }
}

import { mustRunTool } from "./run-tool";
import type { Step, Target } from "./step";

const MINUTE_MS = 60_000;

/**
 * Settings to Vercel, a build that nobody sees yet, then the switch. After a rollback Vercel no longer gives the domain to a new
 * deployment by itself: it is always given by name.
 */
export function deployWeb({ application, previous }: Target): Step[] {
  // Those of workers have no meaning in the web process, and each costs a call.
  const settings = Object.entries(application).filter(([name]) => !name.startsWith("WORKER_"));
  const address = application.AUTH_URL ?? "<AUTH_URL>";
  let deployment = "";
  return [
    {
      title: "settings of the web",
      plan: `set ${settings.length} settings of the web at Vercel`,
      run: async () => {
        for (const [name, value] of settings)
          await mustRunTool("vercel", ["env", "add", name, "production", "--force", "--sensitive", "--yes"], {
            input: value,
          });
        return undefined;
      },
      remedy: "The web runs as before. Mend what vercel says, then run `npm run deploy` again.",
    },
    {
      title: "build of the web",
      plan: "build the web at Vercel",
      run: async () => {
        const stdout = await mustRunTool("vercel", ["deploy", "--prod", "--skip-domain", "--yes"], {
          limitMs: 20 * MINUTE_MS,
        });
        deployment = /https:\/\/\S+/.exec(stdout)?.[0] ?? "";
        if (deployment === "") throw new Error("vercel deploy named no deployment.");
        return deployment;
      },
      remedy: "The web runs as before. Mend what the build says, then run `npm run deploy` again.",
    },
    {
      title: "web",
      plan: `let ${address} lead to the new web`,
      run: async () => {
        await mustRunTool("vercel", ["promote", deployment, "--timeout", "5m", "--yes"], {
          limitMs: 6 * MINUTE_MS,
        });
        return address;
      },
      remedy: "Mend what vercel says, then run `npm run deploy` again.",
      undo: {
        title: "web",
        run:
          previous.webDeployment === null
            ? null
            : () =>
                mustRunTool(
                  "vercel",
                  ["rollback", previous.webDeployment ?? "", "--timeout", "5m", "--yes"],
                  {
                    limitMs: 6 * MINUTE_MS,
                  },
                ),
        byHand:
          previous.webDeployment === null
            ? "There was no web before that could be rolled back to. Remove this one: `vercel remove <project>`, or mend it."
            : `\`vercel rollback ${previous.webDeployment}\``,
      },
    },
  ];
}

import { parseArgs } from "node:util";
import { say, step, warn } from "../launch/progress";
import { check } from "./check";
import { deployWeb } from "./deploy-web";
import { deployWorker } from "./deploy-worker";
import { hideSecrets } from "./hide-secrets";
import { migrate } from "./migrate";
import { printPlan } from "./print-plan";
import { readDeploySettings } from "./read-settings";
import { rollBack } from "./roll-back";
import { smokeQuestion } from "./smoke-question";
import type { Step, Target, Undo } from "./step";
import { waitUntilReady } from "./wait-until-ready";

const USAGE = `Usage: npm run deploy [-- --dry-run] [--settings <file>] [--address <url>] [--wait <seconds>]
  checks everything, prints the plan, and puts the worker on Fly.io and the web on Vercel; rolls back when a step fails
  --dry-run    only the checks and the plan; exit code 1 when anything is missing
  --settings   where the settings stand, besides the environment, which wins. Default: .env.production
  --address    where the web is asked whether it is ready, as long as AUTH_URL does not lead there yet
  --wait       how long the worker, the web and the answer may take, each. Default: 180`;

type Show = (text: string) => string;

/** The command. @returns the exit code: 0 when all of it is deployed, or a dry run found nothing missing */
export async function main(args: string[], environment = process.env): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.log(USAGE);
    return args.includes("--help") ? 0 : 1;
  }
  const settings = readDeploySettings(options.settings, environment);
  // The checks and the use cases below are the application's own: they find its settings where it does.
  Object.assign(process.env, settings.application, settings.tools, { LOG_LEVEL: "silent" });
  const show = hideSecrets(settings);
  say("checking");
  const { problems, target } = await check(settings, {
    file: options.settings,
    address: options.address,
    waitMs: options.waitMs,
  });
  const steps = [
    migrate(target),
    ...deployWorker(target),
    ...deployWeb(target),
    waitUntilReady(target),
    smokeQuestion(target),
  ];
  printPlan(steps, target, settings.overridden);
  for (const { what, remedy } of problems) console.error(show(`✗ ${what}\n  ${remedy}`));
  if (problems.length > 0) {
    console.error(
      `\n${problems.length} thing${problems.length === 1 ? " is" : "s are"} missing. Nothing was touched.`,
    );
    return 1;
  }
  if (!options.isDryRun) return (await deploy(steps, show)) ? tell(target) : 1;
  console.log("\nNothing is missing. Nothing was touched: this was a dry run.");
  return 0;
}

async function deploy(steps: readonly Step[], show: Show): Promise<boolean> {
  const begun: Undo[] = [];
  for (const { title, run, undo, remedy } of steps) {
    // Before it runs: a step that fails may have done half of its work.
    if (undo) begun.push(undo);
    try {
      await step(title, run, (result) => result ?? "done");
    } catch (error) {
      console.error(show(`✗ ${title}: ${error instanceof Error ? error.message : String(error)}`));
      await rollBack(begun, show);
      console.error(`  ${remedy}`);
      return false;
    }
  }
  return true;
}

function tell({ application }: Target): number {
  console.log(`\ndeployed ${application.AUTH_URL}`);
  return 0;
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        "dry-run": { type: "boolean", default: false },
        settings: { type: "string", default: ".env.production" },
        address: { type: "string" },
        wait: { type: "string", default: "180" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const seconds = Number(values.wait);
    if (values.help || !(seconds > 0) || (values.address !== undefined && !URL.canParse(values.address)))
      return null;
    return {
      isDryRun: values["dry-run"],
      settings: values.settings,
      address: values.address,
      waitMs: seconds * 1_000,
    };
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return null;
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { liveWorkers } from "../../lib/queue/worker-pulse";
import { mustRunTool } from "./run-tool";
import type { Step, Target } from "./step";

/** Fly builds the image on a machine of its own. */
const DEPLOY_LIMIT_MS = 20 * 60_000;
const LOOK_EVERY_MS = 500;

/** Settings and image to Fly, then until a worker beats in Redis that was not there before. */
export function deployWorker({ application, flyApp, previous, waitMs }: Target): Step[] {
  let before = new Set<string>();
  const deploy = (...image: string[]) =>
    mustRunTool("flyctl", ["deploy", "--app", flyApp, "--config", "fly.toml", "--yes", ...image], {
      limitMs: DEPLOY_LIMIT_MS,
    });
  return [
    {
      title: "settings of the worker",
      plan: `stage ${Object.keys(application).length} settings of the worker as secrets of ${flyApp}`,
      run: async () => {
        const lines = Object.entries(application).map(([name, value]) => `${name}=${value}\n`);
        await mustRunTool("flyctl", ["secrets", "import", "--stage", "--app", flyApp], {
          input: lines.join(""),
        });
        return undefined;
      },
      remedy: "Nothing runs otherwise than before. Mend what flyctl says, then run `npm run deploy` again.",
    },
    {
      title: "worker",
      plan: `deploy the worker to Fly (${flyApp})`,
      run: async () => {
        before = new Set(await liveWorkers(Date.now()));
        await deploy();
        return undefined;
      },
      remedy: `Mend what flyctl says (\`flyctl logs --app ${flyApp}\` has more), then run \`npm run deploy\` again.`,
      undo: {
        title: "worker",
        run: previous.image === null ? null : () => deploy("--image", previous.image ?? ""),
        byHand:
          previous.image === null
            ? `There was no worker before. Stop this one: \`flyctl scale count 0 --app ${flyApp}\`.`
            : `\`flyctl deploy --app ${flyApp} --config fly.toml --image ${previous.image}\``,
      },
    },
    {
      title: "worker takes jobs",
      plan: `wait until the new worker takes jobs (at most ${waitMs / 1_000} s)`,
      run: async () => {
        const deadline = performance.now() + waitMs;
        while (performance.now() < deadline) {
          const isNew = (await liveWorkers(Date.now())).some((id) => !before.has(id));
          if (isNew) return undefined;
          await sleep(LOOK_EVERY_MS);
        }
        throw new Error(`No new worker has come to the queue within ${waitMs / 1_000} s.`);
      },
      remedy: `Read \`flyctl logs --app ${flyApp}\`: a worker that cannot start says why in one line.`,
    },
  ];
}

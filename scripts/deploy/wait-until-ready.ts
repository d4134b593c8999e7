import { setTimeout as sleep } from "node:timers/promises";
import { say } from "../launch/progress";
import type { Step, Target } from "./step";

const LOOK_EVERY_MS = 500;

/** Until the deployed web says that it reaches all stores and that a worker is alive. */
export function waitUntilReady({ address, waitMs }: Target): Step {
  const url = `${address}/api/health/ready`;
  return {
    title: "ready",
    plan: `wait until ${url} says that web, stores and worker are ready (at most ${waitMs / 1_000} s)`,
    run: async () => {
      const deadline = performance.now() + waitMs;
      let told = "";
      while (performance.now() < deadline) {
        const state = await ask(url);
        if (state === null) return undefined;
        if (state !== told) say(state);
        told = state;
        await sleep(LOOK_EVERY_MS);
      }
      throw new Error(`Not ready within ${waitMs / 1_000} s. ${url} says: ${told}`);
    },
    remedy:
      "What is down stands above. A store must let Vercel in as it lets this machine in; `vercel logs` has more.",
  };
}

/** @returns what is not ready; null when all is */
async function ask(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
    if (response.ok) return null;
    return `${response.status} ${(await response.text()).slice(0, 300)}`.trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

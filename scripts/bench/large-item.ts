import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { closeDatabase } from "../../lib/db/client";
import { closeQueues } from "../../lib/queue/enqueue";
import { bundleWorker } from "../launch/bundle-worker";
import { WORKER_FLAGS } from "../launch/worker-flags";
import type { Bench, BenchContext } from "./bench";
import { linkAndWait } from "./link-household";

const MEGABYTE = 1_000_000;
const REST_MS = 3_000;
/** Within the project, so that what is not bundled is found. */
const BUNDLE = "bench-results/worker";

/** What the worker needs for a bank of very many rows: as much as for a small one. */
export const largeItem: Bench = {
  name: "large-item",
  goals: [
    { figure: "rows", unit: "", least: 100_000 },
    { figure: "worker at rest", unit: "MB" },
    { figure: "worker, most", unit: "MB", most: 250 },
    { figure: "heap, most", unit: "MB" },
    { figure: "end to end", unit: "s" },
    { figure: "into Postgres, end to end", unit: "rows/s" },
  ],
  run: measure,
};

type Memory = { rss: number; heapUsed: number };

async function measure({ parts, isSmoke, say }: BenchContext) {
  await bundleWorker("scripts/bench/memory-worker.ts", BUNDLE);
  const child = fork(join(BUNDLE, "memory-worker.mjs"), [], {
    execArgv: [...WORKER_FLAGS],
    env: { ...process.env, ...parts.environment, NODE_ENV: "production", LOG_LEVEL: "warn" },
  });
  const sql = postgres(String(parts.environment.DATABASE_URL), { max: 1 });
  const most: Memory = { rss: 0, heapUsed: 0 };
  child.on("message", ({ rss, heapUsed }: Memory) => {
    most.rss = Math.max(most.rss, rss);
    most.heapUsed = Math.max(most.heapUsed, heapUsed);
  });
  try {
    say("a small household first, so that everything is loaded");
    await linkAndWait({ seed: 3, months: 1, rows: 0 }, sql);
    if (!isSmoke) await sleep(REST_MS);
    const [rest] = (await once(child, "message")) as [Memory];
    Object.assign(most, rest);
    const size = isSmoke ? { months: 1, rows: 0 } : { months: 24, rows: 100_000 };
    const { ms, rows } = await linkAndWait({ seed: 7, ...size }, sql);
    return {
      figures: {
        rows,
        "worker at rest": rest.rss / MEGABYTE,
        "worker, most": most.rss / MEGABYTE,
        "heap, most": most.heapUsed / MEGABYTE,
        "end to end": ms / 1000,
        "into Postgres, end to end": (rows / ms) * 1000,
      },
    };
  } finally {
    await Promise.all([sql.end(), stop(child), closeQueues(), closeDatabase()]);
    await rm(BUNDLE, { recursive: true });
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

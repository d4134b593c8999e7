import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "../lib/db/client";
import { closeDocuments } from "../lib/documents/connection";
import { env } from "../lib/env";
import { log } from "../lib/log";
import { closeQueues } from "../lib/queue/enqueue";
import { closeRedis } from "../lib/redis";
import { closeStopDesk } from "../lib/stream/stop-signals";
import type { RunningWorker } from "./start-worker";

/** So long after the grace time nothing is waited for any more: whoever asked us to go is about to kill. */
const HANDING_OVER_MS = 4_000;

/**
 * How a process with a worker in it ends: running answers first, then its connections, then the process. An answer
 * that is not done after WORKER_GRACE_SECONDS is handed to another worker.
 * @param lingerMs between the two: readers in this process still get the last chunks
 * @returns call it with the reason to go; only the first call counts
 */
export function leaveInOrder(worker: RunningWorker, lingerMs = 0): (reason: string) => void {
  let isLeaving = false;
  const leave = async () => {
    const graceMs = env().WORKER_GRACE_SECONDS * 1_000;
    setTimeout(() => process.exit(1), graceMs + HANDING_OVER_MS).unref();
    await worker.stop(graceMs);
    await sleep(lingerMs);
    closeStopDesk();
    await Promise.allSettled([closeQueues(), closeRedis(), closeDatabase(), closeDocuments()]);
    process.exit(0);
  };
  return (reason) => {
    if (isLeaving) return;
    isLeaving = true;
    log().info({ reason }, "worker stopping");
    leave().catch((error: unknown) => {
      log().fatal({ err: error }, "worker did not stop in order");
      process.exit(1);
    });
  };
}

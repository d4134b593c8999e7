import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "../lib/db/client";
import { closeDocuments } from "../lib/documents/connection";
import { log } from "../lib/log";
import { closeQueues } from "../lib/queue/enqueue";
import { closeRedis } from "../lib/redis";
import { closeStopDesk } from "../lib/stream/stop-signals";
import type { RunningWorker } from "./start-worker";

/** Running answers get this long to finish before they end as interrupted. */
const GRACE_MS = 10_000;
/** After this nothing is waited for any more: whoever asked us to go kills at 15 s. */
const DEADLINE_MS = 14_000;

/**
 * How a process with a worker in it ends: running answers first, then its connections, then the process.
 * @param lingerMs between the two: readers in this process still get the last chunks
 * @returns call it with the reason to go; only the first call counts
 */
export function leaveInOrder(worker: RunningWorker, lingerMs = 0): (reason: string) => void {
  let isLeaving = false;
  const leave = async () => {
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    await worker.stop(GRACE_MS);
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

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { startSweepingSessions } from "../lib/account/sweep-sessions";
import { warmUp } from "../lib/agent/stream-answer";
import { checkKeys } from "../lib/banking/check-keys";
import { startSweepingBanks } from "../lib/banking/sweep-banks";
import { startSweepingNews } from "../lib/banking/sweep-news";
import { SWEEP_TIMING, type SweepTiming } from "../lib/chat/run-timing";
import { startSweepingHistory } from "../lib/chat/sweep-history";
import { startSweeping } from "../lib/chat/sweep-runs";
import { createDocumentIndexes } from "../lib/documents/create-indexes";
import { startSweepingInsights } from "../lib/insights/daily-insights";
import { startSweepingDigests } from "../lib/insights/weekly-digest";
import { log } from "../lib/log";
import type { JobHandlers } from "../lib/queue/jobs";
import { startConsumers } from "../lib/queue/start-consumers";
import { startPulse } from "../lib/queue/worker-pulse";

export type RunningWorker = {
  /** Takes no more jobs; running ones get `graceMs`, then are handed to another worker. */
  stop(graceMs: number): Promise<void>;
};

/** Starts taking jobs in this process, its own or the web's. Everything slow is loaded before the first job. */
export async function startWorker(
  handlers: JobHandlers,
  sweep: SweepTiming = SWEEP_TIMING,
): Promise<RunningWorker> {
  const workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  await Promise.all([warmUp(), createDocumentIndexes(), checkKeys()]);
  const consumers = await startConsumers(handlers);
  const stops = [
    startSweeping(sweep),
    startSweepingBanks(sweep.everyMs),
    startSweepingNews(sweep.everyMs),
    startSweepingHistory(sweep.everyMs),
    startSweepingSessions(),
    startSweepingInsights(sweep.everyMs),
    startSweepingDigests(sweep.everyMs),
  ];
  const stopPulse = startPulse(workerId);
  log().info({ workerId }, "worker ready");
  return {
    stop: async (graceMs) => {
      for (const stopSweeping of stops) stopSweeping();
      await stopPulse().catch((error: unknown) => log().warn({ workerId, err: error }, "pulse"));
      await consumers.close(graceMs);
      log().info({ workerId }, "worker stopped");
    },
  };
}

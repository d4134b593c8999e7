import { database } from "../db/client";
import { keepPromise, listLeftPromises } from "../db/queries/outbox";
import { listAbandonedRuns } from "../db/queries/runs";
import { log } from "../log";
import { enqueue, enqueuePromised } from "../queue/enqueue";
import { SWEEP_TIMING, type SweepTiming } from "./run-timing";

/**
 * Finishes what a crash left behind: promised jobs that never reached the queue, queued runs whose job was lost, and
 * runs whose worker went silent. All of them go (back) into the queue, where a job that is there already stays alone;
 * the worker that gets a run decides whether it can go on or ends as interrupted.
 */
export async function sweepRuns(now: Date, timing: SweepTiming = SWEEP_TIMING): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  for (const promised of await listLeftPromises(database(), before(timing.queuedForMs))) {
    await enqueuePromised(promised.job, promised.payload);
    await keepPromise(database(), promised.id);
    log().warn({ job: promised.job, outboxId: promised.id }, "delivered a promised job that was left");
  }
  const abandoned = await listAbandonedRuns(database(), {
    queuedBefore: before(timing.queuedForMs),
    silentBefore: before(timing.silentForMs),
  });
  for (const { id } of abandoned) await enqueue("answer.generate", { runId: id }, { jobId: id });
}

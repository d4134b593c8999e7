import { database } from "../db/client";
import { keepPromise, listLeftPromises } from "../db/queries/outbox";
import { listAbandonedRuns } from "../db/queries/runs";
import { every } from "../every";
import { log } from "../log";
import { enqueuePromised } from "../queue/enqueue";
import { isKeptWhenDone } from "../queue/jobs";
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
    if (!isKeptWhenDone(promised.job)) await keepPromise(database(), promised.id);
    log().warn({ job: promised.job, outboxId: promised.id }, "delivered a promised job that was left");
  }
  const abandoned = await listAbandonedRuns(database(), {
    queuedBefore: before(timing.queuedForMs),
    silentBefore: before(timing.silentForMs),
  });
  for (const { id, turn } of abandoned) await enqueuePromised("answer.generate", { runId: id, turn });
}

/**
 * Sweeps from now on, in each worker for itself: a schedule kept in Redis would go with the very memory whose loss the
 * sweep makes good. @returns stop
 */
export const startSweeping = (timing: SweepTiming): (() => void) =>
  every(timing.everyMs, () => sweepRuns(new Date(), timing), { what: "sweep" });

import { database } from "../db/client";
import { beatRun } from "../db/queries/runs";
import { saveAnswer } from "../documents/messages";
import { every } from "../every";
import { watchStop } from "../stream/stop-signals";
import { answerOf } from "./answer-of";
import type { Attempt } from "./open-attempt";
import type { RunTiming } from "./run-timing";
import { Halt } from "./until-halted";

export type Attendance = {
  /** The final answer is about to be stored: no more snapshots, which would say "running" after it. */
  stopSaving: () => void;
  leave: () => void;
};

/**
 * What goes on beside the writing until the run has ended: a sign of life in the row, the answer so far in the store,
 * and an ear for the wish to stop. The row is the truth about both ownership and the wish; Redis is only quicker.
 */
export function attendRun(
  attempt: Attempt,
  halt: AbortController,
  timing: RunTiming,
  worker: AbortSignal,
): Attendance {
  const { run } = attempt;
  const unwatch = watchStop(run.id, ({ seenSeq }) => halt.abort(new Halt("stopped", seenSeq)));
  const onShutdown = () => halt.abort(new Halt("shutdown"));
  worker.addEventListener("abort", onShutdown, { once: true });
  if (worker.aborted) onShutdown();
  const stopBeating = every(timing.heartbeatMs, () => beat(attempt, halt), {
    what: "heartbeat",
    runId: run.id,
  });
  const stopSaving = every(timing.saveEveryMs, () => saveSnapshot(attempt), {
    what: "snapshot",
    runId: run.id,
  });
  return {
    stopSaving,
    leave: () => {
      unwatch();
      worker.removeEventListener("abort", onShutdown);
      stopBeating();
      stopSaving();
    },
  };
}

async function beat({ run }: Attempt, halt: AbortController): Promise<void> {
  const row = await beatRun(database(), run.id, run.attempt);
  if (row === undefined) halt.abort(new Halt("superseded"));
  else if (row.stopRequestedAt !== null) halt.abort(new Halt("stopped", row.stopSeenSeq ?? undefined));
}

async function saveSnapshot({ run, writer, fold }: Attempt): Promise<void> {
  if (!fold.hasContent) return;
  // Parts and number are read in the same turn of the event loop: the number says exactly what the parts hold.
  const [parts, seq] = [fold.snapshot(), writer.chunks.length];
  await saveAnswer(answerOf(run, { parts, seq, metadata: { ...fold.metadata, status: "running" } }));
}

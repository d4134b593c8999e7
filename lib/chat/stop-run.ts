import type { StopRun } from "../contract/chat";
import { isActive, type RunStatus } from "../contract/run";
import { database } from "../db/client";
import { endRunRow, findRun, type Run, requestStop } from "../db/queries/runs";
import { saveAnswer } from "../documents/messages";
import { AppError } from "../errors";
import { log } from "../log";
import { withdraw } from "../queue/waiting";
import { openLog } from "../stream/run-log";
import { RunWriter } from "../stream/run-writer";
import { sendStop } from "../stream/stop-signals";
import { announceRun } from "./announce-run";
import { answerOf } from "./answer-of";
import { endingChunks } from "./ending";
import { findChosenRun } from "./find-chosen-run";
import { keepSeen } from "./keep-seen";
import { RUN_TIMING } from "./run-timing";

/**
 * Stops a run wherever it is, and keeps what the person saw. Saying it again changes nothing, and neither does saying it
 * after the end, unless the person had not seen all of the answer yet (./keep-seen.ts).
 * @returns the run and its status: still active when its worker has yet to hear of it (a third of a second)
 * @throws {AppError} `not_found` for another person's conversation, or one in which nothing was ever asked
 */
export async function stopRun(
  userId: string,
  conversationId: string,
  input: StopRun,
): Promise<{ runId: string; status: RunStatus }> {
  const run = await findChosenRun({ userId, conversationId, runId: input.runId });
  if (run === undefined) throw new AppError("not_found", "Nothing was asked in this conversation yet.");
  if (!isActive(run.status)) return { runId: run.id, status: await stopEnded(run, input.seenSeq) };
  const asked = await requestStop(database(), run.id, input.seenSeq);
  if (asked === undefined) return stopRun(userId, conversationId, { ...input, runId: run.id });
  if (asked.status === "queued" && (await stopQueued(asked))) return { runId: run.id, status: "stopped" };
  // The row holds the wish; the worker finds it there with its next heartbeat if this does not arrive.
  await sendStop(run.id, { seenSeq: asked.stopSeenSeq ?? undefined }).catch((error: unknown) =>
    log().warn({ runId: run.id, err: error }, "stop left to the heartbeat"),
  );
  return currentStatus(run);
}

/** It had ended before the wish arrived; only what the person had not seen yet can still be taken back. */
async function stopEnded(run: Run, seenSeq: number | undefined): Promise<RunStatus> {
  const canTake = run.status !== "stopped" && seenSeq !== undefined;
  return canTake && (await keepSeen(run, seenSeq)) ? "stopped" : run.status;
}

async function currentStatus(run: Run): Promise<{ runId: string; status: RunStatus }> {
  const now = await findRun(database(), run.id);
  return { runId: run.id, status: now?.status ?? run.status };
}

/** No worker has it: it is stopped right here. @returns false when a worker has claimed it meanwhile */
async function stopQueued(run: Run): Promise<boolean> {
  const metadata = { runId: run.id, status: "stopped", createdAt: run.createdAt.toISOString() } as const;
  const chunks = [
    { type: "start", messageId: run.assistantMessageId, messageMetadata: metadata } as const,
    ...endingChunks({ status: "stopped" }),
  ];
  const end = { id: run.id, attempt: run.attempt, status: "stopped", from: "queued" } as const;
  if (!(await endRunRow(database(), { ...end, lastSeq: chunks.length }))) return false;
  announceRun(run, "stopped");
  withdraw("answer.generate", run.id).catch((error: unknown) =>
    log().debug({ runId: run.id, err: error }, "the worker that takes the job will find the run ended"),
  );
  await saveAnswer(answerOf(run, { parts: [], metadata, seq: chunks.length }));
  await tellReaders(run, chunks).catch((error: unknown) =>
    log().warn({ runId: run.id, err: error }, "readers will learn of the stop from the row"),
  );
  return true;
}

async function tellReaders(run: Run, chunks: ReturnType<typeof endingChunks>): Promise<void> {
  if ((await openLog(run.id, run.attempt)).state !== "open") return;
  const writer = new RunWriter({
    runId: run.id,
    attempt: run.attempt,
    existing: [],
    windowMs: 0,
    onSealed: () => undefined,
    onSuperseded: () => undefined,
  });
  await writer.close(chunks, { kept: undefined, timeoutMs: RUN_TIMING.logPatienceMs });
}

import { database } from "../db/client";
import { beatRun, endRunRow, type Run } from "../db/queries/runs";
import { saveAnswer } from "../documents/messages";
import { log } from "../log";
import type { RunWriter } from "../stream/run-writer";
import { announceRun } from "./announce-run";
import { answerOf } from "./answer-of";
import { type Ending, endingChunks, metadataOf, TOOL_CUT_SHORT } from "./ending";
import { ChunkFold } from "./fold-chunks";
import { persist } from "./persist";

export type EndedRun = {
  run: Run;
  writer: RunWriter;
  /** All chunks of `writer`, folded. */
  fold: ChunkFold;
  ending: Ending;
  logPatienceMs: number;
};

/**
 * Ends a run: chunks, then the message, then the row, then the terminal chunk. Whoever sees the terminal chunk finds
 * the message in the store. A wish to stop that arrived before the row ended wins over `completed`.
 * @returns false when another attempt or another process ended the run first; then nothing was appended
 */
export async function endRun(ended: EndedRun): Promise<boolean> {
  const { run, writer, ending } = ended;
  await writer.flush(ended.logPatienceMs);
  if (writer.isSuperseded) return false;
  const kept = keptSeq(ended);
  const closing = ended.fold.closing(TOOL_CUT_SHORT);
  const chunks = [...closing, ...endingChunks(ending)];
  const lastSeq = writer.chunks.length + chunks.length;
  await persist("message", () => saveAnswer(finalAnswer(ended, kept, lastSeq)));
  const isEnded = await persist("run", () =>
    endRunRow(database(), {
      id: run.id,
      attempt: run.attempt,
      status: ending.status,
      lastSeq,
      errorCode: "errorCode" in ending ? ending.errorCode : null,
      unlessStopRequested: ending.status === "completed",
    }),
  );
  if (!isEnded) return ending.status === "completed" && (await endAsStopped(ended));
  log().info({ runId: run.id, attempt: run.attempt, status: ending.status, lastSeq }, "run ended");
  announceRun(run, ending.status);
  await writer.close(chunks, {
    kept: kept < writer.chunks.length ? kept : undefined,
    timeoutMs: ended.logPatienceMs,
  });
  return true;
}

/** The row refused `completed`: either the run is no longer ours, or the person pressed stop in the last moment. */
async function endAsStopped(ended: EndedRun): Promise<boolean> {
  const { run } = ended;
  const owned = await beatRun(database(), run.id, run.attempt);
  if (!owned?.stopRequestedAt) return false;
  return endRun({ ...ended, ending: { status: "stopped", seenSeq: owned.stopSeenSeq ?? undefined } });
}

/** A stopped answer ends where the person saw it end, even if the model had written more by then. */
function keptSeq({ ending, writer }: EndedRun): number {
  const written = writer.chunks.length;
  if (ending.status !== "stopped" || ending.seenSeq === undefined) return written;
  return Math.min(ending.seenSeq, written);
}

function finalAnswer({ run, writer, fold, ending }: EndedRun, kept: number, lastSeq: number) {
  const final = ChunkFold.of(kept < writer.chunks.length ? writer.chunks.slice(0, kept) : writer.chunks);
  for (const chunk of final.closing(TOOL_CUT_SHORT)) final.add(chunk);
  return answerOf(run, {
    parts: final.snapshot(),
    metadata: { ...fold.metadata, ...metadataOf(ending) },
    seq: lastSeq,
  });
}

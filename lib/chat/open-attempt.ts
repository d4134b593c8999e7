import { StreamChunk } from "../contract/stream-chunk";
import { database } from "../db/client";
import { endRunRow, type Run } from "../db/queries/runs";
import type { MessageDocument } from "../documents/message-model";
import { findMessage, saveAnswer } from "../documents/messages";
import { log } from "../log";
import { openLog, readWholeLog } from "../stream/run-log";
import { RunWriter } from "../stream/run-writer";
import { announceRun } from "./announce-run";
import { answerOf } from "./answer-of";
import { INTERRUPTED_BY_CRASH, metadataOf, TOOL_CUT_SHORT } from "./ending";
import { ChunkFold } from "./fold-chunks";
import { persist } from "./persist";
import { MAX_ATTEMPTS } from "./run-timing";

export type Attempt = { run: Run; writer: RunWriter; fold: ChunkFold };

/**
 * Makes this attempt the only writer of the run's log and takes over what an earlier one left in it.
 * @param onSuperseded a later attempt has become the writer
 * @returns undefined when there is nothing to write: the run belongs to a later attempt, or was ended right here
 */
export async function openAttempt(
  run: Run,
  coalesceMs: number,
  onSuperseded: () => void,
): Promise<Attempt | undefined> {
  const { state, seq } = await openLog(run.id, run.attempt);
  if (state !== "open") {
    log().warn({ runId: run.id, attempt: run.attempt, state }, "the log is not ours to write");
    return undefined;
  }
  if (run.attempt > 1) {
    const stored = await findMessage(run.assistantMessageId);
    // Redis forgot what readers have seen: going on from before it would put other words under the same numbers.
    const isLost = stored !== null && stored.parts.length > 0 && stored.seq > seq;
    if (isLost || run.attempt > MAX_ATTEMPTS) {
      await endFromStore(run, stored);
      return undefined;
    }
  }
  const entries = seq === 0 ? [] : await readWholeLog(run.id);
  const existing = entries.map((entry) => StreamChunk.parse(JSON.parse(entry.json)));
  const fold = ChunkFold.of(existing);
  const writer = new RunWriter({
    runId: run.id,
    attempt: run.attempt,
    existing,
    windowMs: coalesceMs,
    onSealed: (chunk) => fold.add(chunk),
    onSuperseded,
  });
  return { run, writer, fold };
}

/**
 * Ends a run without its log: the log has less than what was stored, or too many attempts have failed for
 * whatever reason and reading that log may be the reason. Readers find out from the row.
 */
async function endFromStore(run: Run, stored: MessageDocument | null): Promise<void> {
  const parts = (stored?.parts ?? []).map((part) => {
    if (part.type === "text") return { ...part, state: "done" as const };
    if (part.type !== "dynamic-tool" || part.state !== "input-available") return part;
    return { ...part, state: "output-error" as const, errorText: TOOL_CUT_SHORT };
  });
  const lastSeq = stored?.seq ?? 0;
  await persist("message", () =>
    saveAnswer(
      answerOf(run, {
        parts,
        metadata: { ...stored?.metadata, ...metadataOf(INTERRUPTED_BY_CRASH) },
        seq: lastSeq,
      }),
    ),
  );
  const end = { id: run.id, attempt: run.attempt, status: "interrupted", lastSeq } as const;
  if (await endRunRow(database(), end)) announceRun(run, end.status);
}

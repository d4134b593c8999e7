import { isDeepStrictEqual } from "node:util";
import { StreamChunk } from "../contract/stream-chunk";
import { database } from "../db/client";
import { endCompletedAsStopped, type Run } from "../db/queries/runs";
import { saveAnswer } from "../documents/messages";
import { keepLogUpTo, readWholeLog } from "../stream/run-log";
import { announceRun } from "./announce-run";
import { answerOf } from "./answer-of";
import { metadataOf, TOOL_CUT_SHORT } from "./ending";
import { ChunkFold } from "./fold-chunks";

/**
 * A stop that came too late: the answer was complete, but the person had not seen all of it yet when they pressed the
 * button. What they saw stays, and does not grow back. Saying it again changes nothing.
 * @returns false when they had seen everything, or the log that could tell what they saw is gone
 */
export async function keepSeen(run: Run, seenSeq: number): Promise<boolean> {
  const entries = await readWholeLog(run.id);
  if (entries.at(-1)?.seq !== run.lastSeq) return false;
  const whole = folded(entries);
  const seen = folded(entries.filter(({ seq }) => seq <= seenSeq));
  if (isDeepStrictEqual(seen.snapshot(), whole.snapshot())) return false;
  await keepLogUpTo(run.id, seenSeq);
  const metadata = { ...whole.metadata, ...metadataOf({ status: "stopped" }) };
  await saveAnswer(answerOf(run, { parts: seen.snapshot(), metadata, seq: run.lastSeq }));
  // Last: as long as the row says "completed", the same wish sent again finishes what a crash left.
  await endCompletedAsStopped(database(), run.id, seenSeq);
  announceRun(run, "stopped");
  return true;
}

function folded(entries: readonly { json: string; terminal: boolean }[]): ChunkFold {
  const chunks = entries
    .filter(({ terminal }) => !terminal)
    .map(({ json }) => StreamChunk.parse(JSON.parse(json)));
  const fold = ChunkFold.of(chunks);
  for (const chunk of fold.closing(TOOL_CUT_SHORT)) fold.add(chunk);
  return fold;
}

import { database } from "../db/client";
import { endEndedAsStopped, type Run } from "../db/queries/runs";
import { findMessage, saveAnswer } from "../documents/messages";
import { keepLogUpTo, readWholeLog } from "../stream/run-log";
import { announceRun } from "./announce-run";
import { answerOf } from "./answer-of";
import { metadataOf } from "./ending";
import { foldLog, isStoredAs } from "./fold-log";

/**
 * A stop that came too late: the answer had ended, but the person had not seen all of it yet when they pressed the
 * button. What they saw stays, and does not grow back. Saying it again changes nothing.
 * @returns false when they had seen everything, or the log that could tell what they saw is gone
 */
export async function keepSeen(run: Run, seenSeq: number): Promise<boolean> {
  const [entries, stored] = await Promise.all([readWholeLog(run.id), findMessage(run.assistantMessageId)]);
  // The end itself may be missing: the row says it first. All that was seen must be there.
  if (stored === null || (entries.at(-1)?.seq ?? 0) < Math.max(1, seenSeq)) return false;
  const seen = foldLog(entries.filter(({ seq }) => seq <= seenSeq));
  const isKept = stored.metadata?.status === "stopped";
  if (!isKept && isStoredAs(seen, stored.parts)) return false;
  await keepLogUpTo(run.id, seenSeq);
  const { endedBecause: _, ...metadata } = { ...stored.metadata, ...metadataOf({ status: "stopped" }) };
  await saveAnswer(answerOf(run, { parts: seen.snapshot(), metadata, seq: run.lastSeq }));
  // Last: as long as the row does not say "stopped", the same wish sent again finishes what a crash left.
  await endEndedAsStopped(database(), run.id, seenSeq);
  announceRun(run, "stopped");
  return true;
}

import { AnswerChanged } from "../agent/answer-changed";
import type { MessageMetadata } from "../contract/run";
import type { StreamChunk } from "../contract/stream-chunk";
import { type ErrorCode, toAppError } from "../errors";

/** How a run ends. `because` is said to the person; `errorCode` goes into the row. */
export type Ending = { status: "completed" } | { status: "stopped"; seenSeq?: number | undefined } | Broken;
type Broken = { status: "interrupted" | "failed"; because: string; errorCode: ErrorCode };

/** Nobody is left to go on: too many workers were lost over it, or the log of what was shown is lost as well. */
export const INTERRUPTED_BY_CRASH: Broken = {
  status: "interrupted",
  because:
    "The answer broke off because the server writing it went away, and it could not be gone on with. What it wrote is kept; you can ask again.",
  errorCode: "unavailable",
};

/** The answer would read differently now: gluing two of them together would be worse than none. */
const INTERRUPTED_BY_CHANGE: Broken = {
  status: "interrupted",
  because:
    "The answer broke off because the server writing it went away, and your data has changed since. What it wrote is kept; you can ask again.",
  errorCode: "unavailable",
};

export const FAILED_BY_SILENCE: Broken = {
  status: "failed",
  because: "The model stopped answering. What it wrote is kept; you can ask again.",
  errorCode: "unavailable",
};

/** A tool that was still running when the answer ended. */
export const TOOL_CUT_SHORT = "Not finished: the answer ended first.";

export function endingOfError(thrown: unknown): Ending {
  if (thrown instanceof AnswerChanged) return INTERRUPTED_BY_CHANGE;
  const { code, message } = toAppError(thrown);
  return { status: "failed", because: message, errorCode: code };
}

export function metadataOf(ending: Ending): MessageMetadata {
  const { status } = ending;
  return "because" in ending ? { status, endedBecause: ending.because } : { status };
}

/** The last chunks of a run, after those that close what was open. The very last one is the terminal one. */
export function endingChunks(ending: Ending): StreamChunk[] {
  const messageMetadata = metadataOf(ending);
  if (ending.status === "completed") return [{ type: "finish", messageMetadata }];
  const told: StreamChunk = { type: "message-metadata", messageMetadata };
  if (ending.status === "stopped") return [told, { type: "abort", reason: "Stopped." }];
  return [told, { type: "error", errorText: ending.because }];
}

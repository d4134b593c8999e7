import { isActive, type RunStatus } from "../../lib/contract/run";
import type { ChatUIMessage } from "./chat-message";

/**
 * How an answer stands. While it is being written, what has arrived says more than the status that came with its
 * first chunk; a run that is not followed any more and never said how it ended was interrupted.
 */
export function answerStatus(message: ChatUIMessage, isBeingWritten: boolean): RunStatus {
  const status = message.metadata?.status;
  if (status !== undefined && !isActive(status)) return status;
  if (!isBeingWritten) return status === undefined ? "completed" : "interrupted";
  return message.parts.length > 0 ? "running" : (status ?? "queued");
}

export type Activity = "waiting" | "reading" | "thinking" | "writing";

/** What is going on right now, told from the last part that arrived. */
export function activityOf(message: ChatUIMessage | null, status: RunStatus): Activity {
  const last = message?.parts.at(-1);
  if (last?.type === "dynamic-tool") {
    return last.state === "output-available" || last.state === "output-error" ? "thinking" : "reading";
  }
  if (last?.type === "text" && last.text !== "") return "writing";
  return status === "queued" ? "waiting" : "thinking";
}

const LONG_WAIT_SECONDS = 9;
/** Most answers begin sooner; talk of a queue would only flash by. */
const QUEUE_SECONDS = 2;

/** The activity in words; a long wait is admitted instead of shown as usual. */
export function activityText(activity: Activity, waitedSeconds: number): string {
  const isLong = waitedSeconds >= LONG_WAIT_SECONDS;
  const waiting = waitedSeconds < QUEUE_SECONDS ? "Starting" : "Waiting in the queue";
  const words = {
    waiting: isLong ? "Still waiting in the queue; it is busier than usual" : waiting,
    reading: isLong ? "Still reading your data" : "Reading your data",
    thinking: isLong ? "Still working on it" : "Working it out",
    writing: "Writing",
  } satisfies Record<Activity, string>;
  return `${words[activity]}…`;
}

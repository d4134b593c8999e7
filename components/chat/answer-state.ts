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

export type Activity = "sending" | "waiting" | "reading" | "thinking" | "writing" | "checking";

/** What is going on right now, told from the last part that arrived. */
export function activityOf(message: ChatUIMessage | null, status: RunStatus): Activity {
  const last = message?.parts.at(-1);
  if (last?.type === "dynamic-tool") {
    return last.state === "output-available" || last.state === "output-error" ? "thinking" : "reading";
  }
  if (last?.type === "text" && last.text !== "") return "writing";
  if (last?.type === "data-grounding") return "checking";
  return status === "queued" ? "waiting" : "thinking";
}

const LONG_WAIT_SECONDS = 9;
/** Most answers begin sooner; talk of a queue would only flash by. */
const QUEUE_SECONDS = 2;

/** The activity in words; a long wait is admitted instead of shown as usual. `ahead`: as far as the server has said. */
export function activityText(activity: Activity, waitedSeconds: number, ahead: number | null = null): string {
  const isLong = waitedSeconds >= LONG_WAIT_SECONDS;
  const words = {
    sending: isLong ? "Still trying to send it" : "Sending",
    waiting: waitingText(waitedSeconds, ahead),
    reading: isLong ? "Still reading your data" : "Reading your data",
    thinking: isLong ? "Still working on it" : "Working it out",
    writing: "Writing",
    checking: isLong ? "Still checking the numbers" : "Checking the numbers",
  } satisfies Record<Activity, string>;
  return `${words[activity]}…`;
}

function waitingText(waitedSeconds: number, ahead: number | null): string {
  if (ahead === 0) return "Next in line";
  if (ahead !== null)
    return `${ahead.toLocaleString("en-US")} ${ahead === 1 ? "answer" : "answers"} ahead of yours`;
  if (waitedSeconds < QUEUE_SECONDS) return "Starting";
  const isLong = waitedSeconds >= LONG_WAIT_SECONDS;
  return isLong ? "Still waiting in the queue; it is busier than usual" : "Waiting in the queue";
}

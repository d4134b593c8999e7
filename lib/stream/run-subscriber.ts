import { subscribeToChannel } from "./channel-subscriber";
import { channelOf } from "./run-keys";
import type { LogEntry } from "./run-log";

/**
 * Hear the chunks of a run from now on. Resolves when Redis has confirmed, so nothing appended later is missed
 * except when a connection breaks: listeners must be able to fill a gap from the log.
 * @returns stop listening; the last listener of a run unsubscribes
 */
export const subscribeToRun = (runId: string, listener: (entry: LogEntry) => void): Promise<() => void> =>
  subscribeToChannel(channelOf(runId), { onMessage: (message) => listener(parseMessage(message)) });

/** `<seq> <0|1> <json>`, as the append script publishes it. The JSON is passed on as text. */
function parseMessage(message: string): LogEntry {
  const end = message.indexOf(" ");
  return {
    seq: Number(message.slice(0, end)),
    terminal: message[end + 1] === "1",
    json: message.slice(end + 3),
  };
}

import { redis } from "../redis";
import { CLOSED_LOG_TTL_MS, headKey, logKey, stopKey } from "./run-keys";
import { openLog } from "./run-log";

/** No writer ever comes this far. */
const AFTER_EVERY_ATTEMPT = Number.MAX_SAFE_INTEGER;

/**
 * Removes what was streamed of a run that nobody is to read any more, and shuts out every writer. Of a log that was still
 * open two numbers stay for half an hour: without them a worker that wakes up late would begin it anew.
 */
export async function forgetLog(runId: string): Promise<void> {
  const { state } = await openLog(runId, AFTER_EVERY_ATTEMPT);
  await redis().unlink(logKey(runId), stopKey(runId));
  if (state === "closed") await redis().unlink(headKey(runId));
  else await redis().pexpire(headKey(runId), CLOSED_LOG_TTL_MS);
}

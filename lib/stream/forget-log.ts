import { redis } from "../redis";
import { CLOSED_LOG_TTL_MS, headKey, logKey, stopKey } from "./run-keys";
import { openLog } from "./run-log";

/**
 * Removes what was streamed of a run, and shuts out every writer with a lower attempt. Of a log that was still open two
 * numbers stay for half an hour: without them a worker that wakes up late would begin it anew.
 */
export async function forgetLog(runId: string, attempt: number): Promise<void> {
  const { state } = await openLog(runId, attempt);
  await redis().unlink(logKey(runId), stopKey(runId));
  if (state === "closed") await redis().unlink(headKey(runId));
  else await redis().pexpire(headKey(runId), CLOSED_LOG_TTL_MS);
}

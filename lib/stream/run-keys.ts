/** All keys of a run share a hash tag, so that one script may touch them in a Redis Cluster. */
export const logKey = (runId: string) => `{run:${runId}}:log`;
/** Hash: `attempt` (who may write), `seq` (last number given), `closed`, `kept` (see docs/streaming.md). */
export const headKey = (runId: string) => `{run:${runId}}:head`;
/** Holds the wish to stop until the worker sees it. */
export const stopKey = (runId: string) => `{run:${runId}}:stop`;
/** Every appended chunk is published here; only speed, never the truth. */
export const channelOf = (runId: string) => `run:${runId}`;
/** Hints to workers: the id of a run to stop. */
export const STOP_CHANNEL = "runs:stop";

/** A log is bank data: it goes half an hour after its run ended. */
export const CLOSED_LOG_TTL_MS = 30 * 60_000;
/** For runs that never ended, because everything that could end them was lost. Every append renews it. */
export const OPEN_LOG_TTL_MS = 24 * 60 * 60_000;

/** Every wait on the way of an answer, in milliseconds. Tests pass shorter ones. */
export type RunTiming = {
  /** Text that arrives within this time travels as one chunk: the eye does not see it, and it blurs token lengths. */
  coalesceMs: number;
  /** How often the answer so far is stored: what is lost at most when Redis and a worker die together. */
  saveEveryMs: number;
  /** How often a worker says that it is still at it. Several missed ones make a run abandoned. */
  heartbeatMs: number;
  /** A model that sends nothing for this long has failed. There is no limit on the whole answer. */
  idleMs: number;
  /** How long the end of a run waits for a log that cannot be written. The database has the answer by then. */
  logPatienceMs: number;
};

export const RUN_TIMING: RunTiming = {
  coalesceMs: 30,
  saveEveryMs: 2_000,
  heartbeatMs: 2_000,
  idleMs: 60_000,
  logPatienceMs: 5_000,
};

/**
 * A run that took this many workers down, lost them, or was handed on by them is not given to another one. A rolling
 * deployment may hand on a long answer several times.
 */
export const MAX_ATTEMPTS = 5;

export type SweepTiming = {
  everyMs: number;
  /** A queued run this old, or a promised job, should be in the queue: put it there again, which does nothing if it is. */
  queuedForMs: number;
  /** A running one whose worker was silent for this long. */
  silentForMs: number;
};

export const SWEEP_TIMING: SweepTiming = { everyMs: 5_000, queuedForMs: 5_000, silentForMs: 12_000 };

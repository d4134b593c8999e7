import { lazy } from "../lazy";

/** Whatever waits for the next beat of one window, in the order in which it came. */
type Beat = Set<() => void>;

const beats = lazy("flush-clock", () => new Map<number, Beat>());

/**
 * Calls `flush` at the next beat of a clock that ticks every `windowMs`, for all who wait for it at once: what a process
 * has to say for hundreds of runs then leaves as one write instead of hundreds. It only ticks while somebody waits.
 * @returns wait no longer
 */
export function atNextBeat(windowMs: number, flush: () => void): () => void {
  const waiting = beats().get(windowMs) ?? start(windowMs);
  waiting.add(flush);
  return () => waiting.delete(flush);
}

function start(windowMs: number): Beat {
  const waiting: Beat = new Set();
  beats().set(windowMs, waiting);
  const untilNext = Math.ceil(windowMs - (performance.now() % windowMs));
  setTimeout(() => {
    beats().delete(windowMs);
    for (const flush of waiting) flush();
  }, untilNext);
  return waiting;
}

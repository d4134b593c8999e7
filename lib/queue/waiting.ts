import { redis } from "../redis";
import { queueOf } from "./enqueue";
import type { JobName } from "./jobs";

/**
 * Workers take what lies in `wait` first (jobs of workers that died), then `prioritized` in order of priority and, of
 * one priority, of time. Asked on the connection that pipelines: many readers may want to know at once.
 */
const keysOf = (name: JobName) => {
  const queue = queueOf(name);
  return { wait: queue.toKey("wait"), prioritized: queue.toKey("prioritized") };
};

/** How many jobs workers will take before this one; undefined when it does not wait in the queue. */
export async function countAhead(name: JobName, jobId: string): Promise<number | undefined> {
  const { wait, prioritized } = keysOf(name);
  const [rank, first] = await Promise.all([redis().zrank(prioritized, jobId), redis().llen(wait)]);
  return rank === null ? undefined : rank + first;
}

/** How many jobs no worker has taken yet. */
export async function countWaiting(name: JobName): Promise<number> {
  const { wait, prioritized } = keysOf(name);
  const [inOrder, first] = await Promise.all([redis().zcard(prioritized), redis().llen(wait)]);
  return inOrder + first;
}

/** Takes a job out of the queue: nobody else waits for it then. @returns false when a worker has it */
export async function withdraw(name: JobName, jobId: string): Promise<boolean> {
  return (await queueOf(name).remove(jobId)) === 1;
}

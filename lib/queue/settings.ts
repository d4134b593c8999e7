import type { JobsOptions, WorkerOptions } from "bullmq";
import type { JobName } from "./jobs";

/** Braces keep all keys of a queue in one slot of a Redis Cluster; the name within them spreads the queues over its nodes. */
export const queuePrefix = (name: JobName) => `{purser:${name}}`;

/**
 * A worker that was killed is noticed when its lock runs out: at most `lockDuration` + 2 x `stalledInterval` later
 * another one has the job. Shorter would take work from a worker whose event loop is only busy for a moment.
 */
export const WORKER_TIMING = {
  lockDuration: 6_000,
  stalledInterval: 2_000,
  maxStalledCount: 2,
  drainDelay: 5,
  // After a lost connection; the default is 15 s.
  runRetryDelay: 1_000,
} as const satisfies Partial<WorkerOptions>;

type JobSettings = { concurrency: number | "setting"; options: JobsOptions };

/**
 * One queue per kind of job, so that a flood of one kind never delays another. `concurrency: "setting"` is
 * WORKER_CONCURRENCY. Finished jobs are not kept: the rows they worked on are the record, and an id can be used again.
 */
export const JOB_SETTINGS: Record<JobName, JobSettings> = {
  "answer.generate": {
    concurrency: "setting",
    options: {
      attempts: 5,
      backoff: { type: "exponential", delay: 500 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  },
  // Tried again by the sweep, which reads in Postgres when: a queue forgets, and counts only so far.
  "bank.sync": {
    concurrency: 4,
    options: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } },
  },
  "bank.news": {
    concurrency: 4,
    options: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } },
  },
  "bank.endLink": {
    concurrency: 1,
    options: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } },
  },
  // Tried again the next day.
  "insights.refresh": {
    concurrency: 1,
    options: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } },
  },
  // Tried again by the sweep.
  "digest.write": {
    concurrency: 2,
    options: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } },
  },
  "account.delete": {
    concurrency: 1,
    options: {
      attempts: 5,
      backoff: { type: "exponential", delay: 500 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  },
  "conversation.forget": {
    concurrency: 4,
    options: {
      attempts: 5,
      backoff: { type: "exponential", delay: 500 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  },
};

import { setTimeout as sleep } from "node:timers/promises";
import { type Job, UnrecoverableError, WaitingError, Worker, type WorkerOptions } from "bullmq";
import { env } from "../env";
import { toAppError } from "../errors";
import { every } from "../every";
import { log } from "../log";
import { connectRedis, redis } from "../redis";
import { HandedBack } from "./handed-back";
import { JOBS, type JobHandlers, type JobName } from "./jobs";
import { JOB_SETTINGS, queuePrefix, WORKER_TIMING } from "./settings";

/** After the grace time; less than what workers/leave-in-order.ts waits for at most. */
const CLOSING_MS = 3_500;

export type Consumers = {
  /**
   * Take no more jobs, let the running ones finish within `graceMs`, then abort their signals and wait for them, but not
   * for ever: while Redis is away BullMQ waits for the end of connections that are between two attempts.
   */
  close(graceMs: number): Promise<void>;
};

type Run = (payload: unknown, signal: AbortSignal) => Promise<void>;

/** The handler of `name` behind the check of its payload. */
function checked<Name extends JobName>(name: Name, handlers: JobHandlers): Run {
  const handle = handlers[name] as (payload: unknown, signal: AbortSignal) => Promise<void>;
  return (payload, signal) => handle(JOBS[name].parse(payload), signal);
}

type Work = {
  job: Job;
  token: string | undefined;
  run: Run;
  signal: AbortSignal;
  /** Waiting workers wake up when there is something at this key. */
  markerKey: string;
};

type Consumer = {
  worker: Worker;
  /** Tells the jobs that are still being done to end. */
  abort: () => void;
};

/** One job, one log line. What cannot get better by trying again is not tried again. */
async function work({ job, token, run, signal, markerKey }: Work): Promise<void> {
  const startedAt = performance.now();
  const line = { job: job.name, jobId: job.id, data: job.data, attempt: job.attemptsStarted };
  try {
    await run(job.data, signal);
    log().info({ ...line, ms: Math.round(performance.now() - startedAt) }, "job done");
  } catch (thrown) {
    if (thrown instanceof HandedBack) {
      log().info(line, "job handed back");
      await job.moveToWait(token);
      // A job with a priority goes back without waking anybody: the next worker would find it seconds later.
      await redis().zadd(markerKey, 0, "0");
      throw new WaitingError();
    }
    const error = toAppError(thrown);
    log().error({ ...line, code: error.code, err: thrown }, "job failed");
    const hopeless = error.code !== "internal" && !error.retryable;
    throw hopeless ? new UnrecoverableError(error.message) : error;
  }
}

function startConsumer(name: JobName, run: Run, overrides: Partial<WorkerOptions>): Consumer {
  const { concurrency } = JOB_SETTINGS[name];
  const working = new Set<AbortController>();
  const worker: Worker = new Worker(
    name,
    async (job: Job, token: string | undefined) => {
      const controller = new AbortController();
      working.add(controller);
      const stopHolding = holdLock(job, token);
      try {
        await work({ job, token, run, signal: controller.signal, markerKey: worker.toKey("marker") });
      } finally {
        stopHolding();
        working.delete(controller);
      }
    },
    {
      connection: connectRedis(`worker-${name}`, { maxRetriesPerRequest: null }),
      prefix: queuePrefix(name),
      concurrency: concurrency === "setting" ? env().WORKER_CONCURRENCY : concurrency,
      ...WORKER_TIMING,
      ...overrides,
    },
  );
  worker.on("error", (error) => log().warn({ queue: name, err: error }, "worker connection"));
  worker.on("stalled", (jobId) =>
    log().warn({ queue: name, jobId }, "job taken over: its worker went silent"),
  );
  const abort = () => {
    for (const controller of working) controller.abort("shutdown");
  };
  return { worker, abort };
}

/**
 * BullMQ renews locks and cancels by the id of a job alone. A process that was frozen and takes its own job over has it
 * twice for a moment; when the first of the two ends, BullMQ would forget the second.
 */
const holdLock = (job: Job, token = ""): (() => void) =>
  every(
    WORKER_TIMING.lockDuration / 3,
    async () => {
      await job.extendLock(token, WORKER_TIMING.lockDuration);
    },
    { what: "lock of a job", jobId: String(job.id) },
  );

/** Start taking jobs of every kind in this process. Resolves when all queues are connected. */
export async function startConsumers(
  handlers: JobHandlers,
  overrides: Partial<WorkerOptions> = {},
): Promise<Consumers> {
  const names = Object.keys(JOBS) as JobName[];
  const consumers = names.map((name) => startConsumer(name, checked(name, handlers), overrides));
  await Promise.all(consumers.map(({ worker }) => worker.waitUntilReady()));
  return {
    close: async (graceMs) => {
      const closing = Promise.all(consumers.map(({ worker }) => worker.close())).then(() => true);
      const timer = setTimeout(() => {
        for (const { abort } of consumers) abort();
      }, graceMs);
      const limit = new AbortController();
      const tooLong = sleep(graceMs + CLOSING_MS, false, { signal: limit.signal }).catch(() => false);
      if (!(await Promise.race([closing, tooLong])))
        log().warn("a queue did not close in time; its jobs go to another worker when their locks run out");
      limit.abort();
      clearTimeout(timer);
    },
  };
}

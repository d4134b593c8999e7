import { type JobsOptions, PRIORITY_LIMIT, Queue } from "bullmq";
import { AppError } from "../errors";
import { lazy } from "../lazy";
import { log } from "../log";
import { connectRedis } from "../redis";
import { JOBS, type JobName, type JobPayload } from "./jobs";
import { JOB_SETTINGS, queuePrefix } from "./settings";

/** For producers: fails at once when Redis is away, where BullMQ would otherwise wait without end. */
const connection = lazy("queue-connection", () =>
  connectRedis("queue", { maxRetriesPerRequest: 2, commandTimeout: 5_000 }),
);

const queues = lazy("queues", () => new Map<JobName, Queue>());

export function queueOf(name: JobName): Queue {
  const known = queues().get(name);
  if (known !== undefined) return known;
  const queue = new Queue(name, {
    connection: connection(),
    prefix: queuePrefix(name),
    skipWaitingForReady: true,
    defaultJobOptions: JOB_SETTINGS[name].options,
  });
  queue.on("error", (error) => log().warn({ queue: name, err: error }, "queue connection"));
  queues().set(name, queue);
  return queue;
}

type JobOptions = Pick<JobsOptions, "jobId" | "deduplication" | "delay" | "priority">;

/**
 * Put a job into its queue. With `jobId` (no ":" and not a whole number) or a `deduplication` id it is
 * there at most once.
 * @throws {AppError} `unavailable` when the queue cannot be reached: the job may be in it or not, so ask again with the same id
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  options: JobOptions = {},
): Promise<void> {
  const data = JOBS[name].parse(payload);
  try {
    await queueOf(name).add(name, data, options);
  } catch (error) {
    throw new AppError(
      "unavailable",
      "The work queue cannot be reached just now. Please try again in a moment.",
      {
        cause: error,
      },
    );
  }
}

/** From now on another job with this deduplication id may wait, while one that had it is being done. */
export async function allowAnother(name: JobName, deduplicationId: string): Promise<void> {
  await queueOf(name).removeDeduplicationKey(deduplicationId);
}

const promised =
  <Name extends JobName>(name: Name, optionsOf: (payload: JobPayload<Name>) => JobOptions) =>
  (payload: unknown): Promise<void> => {
    const known = JOBS[name].parse(payload) as JobPayload<Name>;
    return enqueue(name, known, optionsOf(known));
  };

const PROMISED = new Map<string, (payload: unknown) => Promise<void>>([
  [
    "answer.generate",
    promised("answer.generate", ({ runId, turn }) => ({
      jobId: runId,
      priority: Math.min(turn, PRIORITY_LIMIT),
    })),
  ],
  ["account.delete", promised("account.delete", ({ userId }) => ({ jobId: userId }))],
  [
    "conversation.forget",
    promised("conversation.forget", ({ conversationId }) => ({ jobId: conversationId })),
  ],
]);

/** Puts a promised job into the queue: once per run, account or conversation. */
export async function enqueuePromised(job: string, payload: unknown): Promise<void> {
  const put = PROMISED.get(job);
  if (!put) throw new AppError("internal", `The outbox names a job that does not exist: ${job}.`);
  return put(payload);
}

export async function closeQueues(): Promise<void> {
  await Promise.all([...queues().values()].map((queue) => queue.close()));
  queues().clear();
  connection().disconnect();
}

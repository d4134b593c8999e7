import { database } from "../db/client";
import { keepPromise, type PromisedJob } from "../db/queries/outbox";
import { log } from "../log";
import { enqueuePromised } from "../queue/enqueue";

/**
 * Puts a promised sync into the queue at once instead of waiting for the sweeper. When the queue is away the promise stays
 * and the sweeper keeps it: what the person did is stored either way.
 */
export async function deliverSync(promise: PromisedJob): Promise<void> {
  try {
    await enqueuePromised(promise.job, promise.payload);
  } catch (err) {
    log().warn({ err, outboxId: promise.id }, "sync not delivered; the sweeper will");
    return;
  }
  await keepPromise(database(), promise.id);
}

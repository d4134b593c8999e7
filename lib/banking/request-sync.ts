import { database } from "../db/client";
import { wishReading } from "../db/queries/items";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";

/**
 * Wishes for a reading of this bank that begins after now. The wish stands in Postgres before it goes into the queue, so
 * neither a queue that is away nor a reading that is going on (it may be past what the wish is about) can lose it: another
 * one follows, from the queue or from the sweep. Nothing happens for a bank that cannot be read any more.
 */
export async function requestSync(itemId: string, now: Date = new Date()): Promise<void> {
  if (!(await wishReading(database(), itemId, now))) return;
  await enqueueSync(itemId).catch((err: unknown) =>
    log().warn({ err, itemId }, "sync not in the queue; the sweep puts it there"),
  );
}

/**
 * Puts the reading of a bank into the queue, where it waits at most once; while one is going on, one more.
 * @throws {AppError} `unavailable`
 */
export const enqueueSync = (itemId: string): Promise<void> =>
  enqueue("bank.sync", { itemId }, { deduplication: { id: itemId, keepLastIfActive: true } });

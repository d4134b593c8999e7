import { database } from "../db/client";
import { listItemsToRead } from "../db/queries/items";
import { listLinksToEnd } from "../db/queries/links-to-end";
import { every } from "../every";
import { enqueue } from "../queue/enqueue";
import { enqueueSync } from "./request-sync";

/**
 * Puts what is due into the queue: banks never read, read in part, or away the last time, and links that Plaid still has
 * to end. When that is stands in Postgres, so neither a crash nor an empty Redis forgets one; a job that is in the queue
 * already stays alone.
 * @throws {AppError} `unavailable` when the queue cannot be reached; the next sweep tries again
 */
export async function sweepBanks(now: Date): Promise<void> {
  for (const itemId of await listItemsToRead(database(), now)) await enqueueSync(itemId);
  for (const linkId of await listLinksToEnd(database(), now)) {
    await enqueue("bank.endLink", { linkId }, { deduplication: { id: linkId } });
  }
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export const startSweepingBanks = (everyMs: number): (() => void) =>
  every(everyMs, () => sweepBanks(new Date()), { what: "bank sweep" });

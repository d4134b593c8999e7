import { randomUUID } from "node:crypto";
import { database } from "../db/client";
import { findItem, type Item } from "../db/queries/items";
import {
  type FoundWishes,
  giveBackReadLease,
  type ReadLease,
  renewReadLease,
  takeReadLease,
} from "../db/queries/read-leases";
import { clearOtherStages, clearStage } from "../db/queries/staged-transactions";
import { AppError } from "../errors";
import { every } from "../every";
import { log } from "../log";
import { publishToPerson } from "../stream/person-events";
import { enqueueSync } from "./request-sync";
import { spreadDelay } from "./retry-delay";

/** A reading whose process was killed keeps others away for this long. */
const LEASE_SECONDS = 20;
const RENEW_MS = 5_000;

/** Another reading has taken over: this one stores nothing more. */
export class LeaseLost extends AppError {
  constructor() {
    super("unavailable", "This bank is being read elsewhere. We will try again.");
  }
}

export type HeldItem = { item: Item; held: ReadLease };

/**
 * Does `read` while no other process reads the item. Before, the next reading is planned after a growing pause, so that
 * whatever ends this one, a crash too, another follows. Afterwards the rows that were staged are gone, and when somebody
 * wished for a reading meanwhile the item is due again.
 * @returns null when another reading is going on; what it misses is read by the one that its end or the sweep begins
 * @throws {AppError} `not_found` for an unknown item, `conflict` for one that cannot be read any more
 */
export async function holdLease<Result>(
  itemId: string,
  now: Date,
  read: (held: HeldItem) => Promise<Result>,
): Promise<Result | null> {
  const held = { itemId, lease: randomUUID() };
  const item = await take(held, now);
  if (!item) return null;
  let state: "read" | "problem" = "problem";
  const stopRenewing = every(RENEW_MS, () => renew(held), { what: "read lease", itemId });
  try {
    await clearOtherStages(database(), held);
    const result = await read({ item, held });
    state = "read";
    return result;
  } catch (thrown) {
    if (!(thrown instanceof LeaseLost)) throw thrown;
    log().warn({ itemId }, "reading was taken over by another");
    return null;
  } finally {
    stopRenewing();
    await giveBack(held, { readRequests: item.readRequests, now });
    publishToPerson(item.userId, { type: "bank", connectionId: itemId, state });
  }
}

async function take(held: ReadLease, now: Date): Promise<Item | undefined> {
  const { itemId } = held;
  const item = await findItem(database(), itemId);
  if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
  if (item.accessTokenEncrypted === null) {
    throw new AppError("conflict", "Access to this bank has ended. Connect the bank again.");
  }
  const readAttempts = item.readAttempts + 1;
  const nextReadAt = new Date(now.getTime() + spreadDelay(itemId, readAttempts));
  return takeReadLease(database(), held, LEASE_SECONDS, { readAttempts, nextReadAt });
}

/** @throws {LeaseLost} */
export async function confirmLease(held: ReadLease): Promise<void> {
  if (!(await renewReadLease(database(), held, LEASE_SECONDS))) throw new LeaseLost();
}

const renew = async (held: ReadLease): Promise<void> => {
  await renewReadLease(database(), held, LEASE_SECONDS);
};

/** When the database is away now, the lease runs out by itself and the next reading clears the stage. */
async function giveBack(held: ReadLease, found: FoundWishes): Promise<void> {
  const { itemId, lease } = held;
  try {
    await clearStage(database(), lease);
    if (await giveBackReadLease(database(), held, found)) await enqueueSync(itemId);
  } catch (err) {
    log().warn({ err, itemId }, "reading not closed in order; the sweep reads the bank again");
  }
}

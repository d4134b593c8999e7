import { database } from "../db/client";
import { findItem, type Item, planReading, saveItemProblem } from "../db/queries/items";
import { AppError } from "../errors";
import { log } from "../log";
import { PlaidFailure } from "../plaid/errors";
import { readBank } from "../plaid/link";
import { readUpdates } from "../plaid/read-updates";
import { accessTokenOf } from "./access-token";
import { retryDelay } from "./retry-delay";
import { storeUpdates } from "./store-updates";

export type SyncResult = {
  added: number;
  modified: number;
  removed: number;
  /** False while the bank still fetches the older past: the next reading is planned. */
  isHistoryComplete: boolean;
};

const MAX_ROUNDS = 5;

/**
 * Brings the rows of one bank up to date: reads all changes since the stored cursor, then stores rows, balances and the
 * new cursor in one transaction. Safe at any time, in any number of processes: a sync that finds the cursor moved when
 * it wants to store has been overtaken, throws its pages away and starts from there.
 *
 * No lock is held while the bank is read (it can take a minute, and a held connection would starve all others).
 *
 * Before it reads it plans the next reading, after a growing pause, and takes the plan back once the bank has been read
 * whole or only the person can help: whatever ends a sync early, a crash too, another one follows (`sweepBanks`).
 * @throws {AppError} `not_found` for an unknown item, `unavailable` when trying later may help, `conflict` when the
 * person must act; the item then says so (`status`, `errorCode`)
 */
export async function syncItem(itemId: string, now: Date = new Date()): Promise<SyncResult> {
  const nextReadAt = await planNextReading(itemId, now);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const item = await requireItem(itemId);
    const { updates, accounts } = await readAndNoteProblems(item, nextReadAt, now);
    const isStored = await database().transaction((tx) => storeUpdates(tx, { item, updates, accounts, now }));
    if (!isStored) continue;
    log().info({ itemId, ...updates.counts, isHistoryComplete: updates.isHistoryComplete }, "bank synced");
    return { ...updates.counts, isHistoryComplete: updates.isHistoryComplete };
  }
  throw new AppError("unavailable", "This bank is being read elsewhere. We will try again.");
}

async function requireItem(itemId: string): Promise<Item> {
  const item = await findItem(database(), itemId);
  if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
  return item;
}

async function planNextReading(itemId: string, now: Date): Promise<Date> {
  const readAttempts = (await requireItem(itemId)).readAttempts + 1;
  const nextReadAt = new Date(now.getTime() + retryDelay(readAttempts));
  await planReading(database(), itemId, { readAttempts, nextReadAt });
  return nextReadAt;
}

async function readAndNoteProblems(item: Item, nextReadAt: Date, now: Date) {
  const { id, cursor } = item;
  const accessToken = accessTokenOf(item);
  try {
    const updates = await readUpdates(accessToken, cursor);
    // A sync lists only accounts with transactions; loans and investments have balances too.
    const { accounts } = await readBank(accessToken, now);
    return { updates, accounts };
  } catch (thrown) {
    if (thrown instanceof PlaidFailure) await noteProblem(id, thrown, nextReadAt);
    throw thrown;
  }
}

const STATUS_BY_KIND = {
  user_must_act: "login_required",
  gone: "error",
  bank_down: "error",
  unsupported: "error",
  link_used: "error",
  our_fault: "error",
  // Passing: the next try will tell.
  retry_soon: null,
  not_ready: null,
  restart_sync: null,
} as const satisfies Record<PlaidFailure["kind"], "login_required" | "error" | null>;

async function noteProblem(itemId: string, failure: PlaidFailure, retryAt: Date): Promise<void> {
  const { kind, plaidCode, code } = failure;
  // Waiting does not help where the person must act.
  const nextReadAt = code === "conflict" ? null : retryAt;
  log().warn({ itemId, kind, plaidCode, nextReadAt }, "bank could not be read");
  const status = STATUS_BY_KIND[kind];
  await saveItemProblem(database(), itemId, {
    nextReadAt,
    ...(status && { status, errorCode: plaidCode }),
  });
}

import { database } from "../db/client";
import { findItem, type Item, saveWebhookUrl } from "../db/queries/items";
import { countStage } from "../db/queries/staged-merge";
import { findUserById } from "../db/queries/users";
import { todayIn } from "../domain/calendar";
import { refreshInsights } from "../insights/refresh-insights";
import { refreshSnapshot } from "../insights/refresh-snapshot";
import { log } from "../log";
import { readBank } from "../plaid/link";
import { readItemState } from "../plaid/read-item-state";
import { updateWebhook } from "../plaid/update-webhook";
import { webhookAddress } from "../plaid/webhook-address";
import { type HeldItem, holdLease } from "./hold-lease";
import { knownUntil } from "./known-until";
import { noteReadingFailure, tokenOrProblem } from "./note-reading-failure";
import { planAfter } from "./plan-after";
import { statusOf } from "./problem-effects";
import { readProducts } from "./read-products";
import { type StagedUpdates, stageUpdates } from "./stage-updates";
import { LARGE, storeUpdates } from "./store-updates";

export type SyncResult = {
  added: number;
  modified: number;
  removed: number;
  /** False while the bank still fetches the older past: the next reading is planned. */
  isHistoryComplete: boolean;
};

/**
 * Brings the rows of one bank up to date: reads all changes since the stored cursor page by page into the stage, then
 * stores rows, balances and the new cursor in one transaction. Safe at any time, in any number of processes: one at a time
 * reads, and one whose right has been taken over cannot store.
 *
 * No transaction is open while the bank is read (it can take a minute, and a held connection would starve all others).
 * @param signal ends the reading between two pages, with nothing stored
 * @returns null when another reading of this bank is going on
 * @throws {AppError} `not_found` for an unknown item, `unavailable` when trying later may help, `conflict` when the
 * person must act, `internal` when it is our fault; the item then says so (`status`, `errorCode`)
 */
export const syncItem = (
  itemId: string,
  now: Date = new Date(),
  signal?: AbortSignal,
): Promise<SyncResult | null> => holdLease(itemId, now, (held) => readAndStore(held, now, signal));

async function readAndStore(held: HeldItem, now: Date, signal?: AbortSignal): Promise<SyncResult> {
  let staged: StagedUpdates;
  let accessToken: string;
  try {
    accessToken = tokenOrProblem(held.item);
    staged = await stageUpdates({ ...held, accessToken, now, signal });
    await store(held, staged, accessToken, now);
  } catch (thrown) {
    await noteReadingFailure(held, thrown, now);
    throw thrown;
  }
  const { counts, isHistoryComplete } = staged;
  log().info({ itemId: held.item.id, ...counts, isHistoryComplete }, "bank synced");
  await readTheRest(held.item.id, accessToken, now);
  return { ...counts, isHistoryComplete };
}

async function store(held: HeldItem, staged: StagedUpdates, accessToken: string, now: Date): Promise<void> {
  const { item } = held;
  // A sync lists only accounts with transactions; loans and investments have balances too.
  const [{ accounts: stated, products, problem: told }, { visitedAt }, person] = await Promise.all([
    readBank(accessToken, now),
    readItemState(accessToken),
    findUserById(database(), item.userId),
  ]);
  const problem = statusOf(told);
  const nextReadAt = planAfter(item, problem.status === "login_required" ? "daily" : "poll", now);
  const { lastSyncedAt } = item;
  const freshAt = knownUntil({ visitedAt, isWell: problem.status === "active", lastSyncedAt }, now);
  const progress = {
    ...problem,
    cursor: staged.cursor,
    found: { readRequests: item.readRequests, now },
    isHistoryComplete: staged.isHistoryComplete,
    freshAt,
    products,
    // While the older past is missing, the reading that was planned before stays.
    ...(staged.isHistoryComplete && { nextReadAt }),
  };
  const today = todayIn(person?.timeZone ?? "UTC", now);
  const { added, modified, removed } = staged.counts;
  // Those balances that the bank does not date.
  const accounts = stated.map((account) =>
    account.balanceAsOf === now ? { ...account, balanceAsOf: freshAt } : account,
  );
  const reading = { ...held, accounts, progress, today, size: added + modified + removed };
  if (reading.size >= LARGE) await countStage(database());
  await database().transaction((tx) => storeUpdates(tx, reading));
}

/** The rows are stored: what fails here is tried again with the next reading, and is no failure of this one. */
async function readTheRest(itemId: string, accessToken: string, now: Date): Promise<void> {
  const failed = (what: string) => (err: unknown) =>
    log().warn({ err, itemId }, `bank synced, but not ${what}`);
  try {
    const item = await findItem(database(), itemId);
    if (!item) return;
    await tellAddress(item, accessToken).catch(failed("told where its news goes"));
    await readProducts(item, accessToken, now);
    await refreshSnapshot(item.userId, now);
    await refreshInsights(item.userId, now).catch(failed("looked through for insights"));
  } catch (err) {
    failed("all that belongs to it")(err);
  }
}

/** Our address changes when an installation moves; Plaid would go on sending news to the old one. */
async function tellAddress(item: Item, accessToken: string): Promise<void> {
  const address = webhookAddress();
  if (address === undefined || item.webhookUrl === address) return;
  await updateWebhook(accessToken, address);
  await saveWebhookUrl(database(), item.id, address);
}

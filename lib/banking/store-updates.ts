import type { CalendarDate } from "../contract/money";
import type { Executor } from "../db/client";
import { closeOtherAccounts } from "../db/queries/accounts";
import { lockBanking, type SyncProgress, saveSyncProgress } from "../db/queries/items";
import {
  deleteStagedRemovals,
  dropSupersededPending,
  joiningSets,
  listTouchedAmounts,
  moveEditsOfVanished,
  renamePostedRows,
  upsertStagedRows,
} from "../db/queries/staged-merge";
import { followSplitRows, takeBackSplits } from "../db/queries/staged-splits";
import { hasForeignRows, holdsLease, moveStagedRows } from "../db/queries/staged-transactions";
import type { BankAccount } from "../plaid/map";
import { applyRules } from "./apply-rules";
import { type HeldItem, LeaseLost } from "./hold-lease";
import { refreshDailyBalances } from "./refresh-daily-balances";
import { refreshOwnTransfers } from "./refresh-own-transfers";
import { refreshRecurring } from "./refresh-recurring";
import { ForeignRow } from "./stage-updates";
import { storeAccounts } from "./store-accounts";

export type StoredReading = HeldItem & {
  accounts: readonly BankAccount[];
  progress: Omit<SyncProgress, "from">;
  /** In the person's time zone. */
  today: CalendarDate;
  /** Rows that the update speaks of. */
  size: number;
};

/** Rows from which on the planner's guesses are worth correcting. */
export const LARGE = 5_000;

/** Beyond this it is no more work to look at all of a person's transfers. */
const MAX_AMOUNTS = 2_000;

/**
 * Applies what was staged, inside one transaction: accounts, rows, what they mean, what is reckoned from them, and the
 * cursor. Rows go from the stage to their table within the database, so that no update is too large for the memory.
 * @throws {LeaseLost} with nothing changed, when another reading has taken over or the item is gone
 * @throws {ForeignRow}
 */
export async function storeUpdates(tx: Executor, reading: StoredReading): Promise<void> {
  const { item, held, progress, today } = reading;
  const { id: itemId, userId } = item;
  await lockBanking(tx, userId);
  if (!(await holdsLease(tx, held))) throw new LeaseLost();

  for (const renaming of await storeAccounts(tx, item, reading.accounts)) {
    await moveStagedRows(tx, held.lease, renaming);
  }
  await closeUnlisted(tx, reading);
  if (await hasForeignRows(tx, held)) throw new ForeignRow();
  const amounts = await listTouchedAmounts(tx, held, MAX_AMOUNTS);
  await dropSupersededPending(tx, held);
  await renamePostedRows(tx, held);
  await takeBackSplits(tx, held);
  await upsertStagedRows(tx, { ...held, userId });
  await followSplitRows(tx, held);
  const takeBack = async () => {
    await moveEditsOfVanished(tx, held);
    await deleteStagedRemovals(tx, held);
  };
  if (reading.size >= LARGE) await joiningSets(tx, takeBack);
  else await takeBack();

  // Before transfers: a row that the person's rule speaks of is certain.
  await applyRules(tx, userId, held);
  await refreshOwnTransfers(tx, userId, amounts);
  await refreshDailyBalances(tx, { itemId, today });
  // Reads all rows of the person.
  await refreshRecurring(tx, { userId, today, justRead: { itemId, at: progress.freshAt } });
  // Last: until the end of the transaction news of this bank and renewals of the lease wait for it.
  if (!(await saveSyncProgress(tx, held, { ...progress, from: item.cursor }))) throw new LeaseLost();
}

/** While Plaid cannot reach the bank, or lists nothing at all, it knows of no closing. */
async function closeUnlisted(tx: Executor, { item, accounts, progress }: StoredReading): Promise<void> {
  if (progress.status !== "active" || accounts.length === 0) return;
  const listed = accounts.map(({ plaidAccountId }) => plaidAccountId);
  await closeOtherAccounts(tx, item.id, listed, progress.freshAt);
}

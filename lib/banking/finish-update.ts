import type { FinishUpdate } from "../contract/linking";
import { database } from "../db/client";
import { listAccountsOfItem } from "../db/queries/accounts";
import { saveItemNotice } from "../db/queries/item-notices";
import { findItem, findOwnedItem, type Item, lockBanking } from "../db/queries/items";
import { interruptReading } from "../db/queries/read-leases";
import { AppError } from "../errors";
import { log } from "../log";
import { PlaidFailure } from "../plaid/errors";
import { type BankSnapshot, readBank } from "../plaid/link";
import { accessTokenOf } from "./access-token";
import { endAccess } from "./end-access";
import { endAccountAccess } from "./end-account-access";
import { itemRepaired } from "./item-repaired";
import { endsAccess, statusOf } from "./problem-effects";
import { storeAccounts } from "./store-accounts";

/**
 * The person has been through Link in update mode: the token stays the same, so nothing is exchanged. The bank is asked
 * whether it lets us in again; then the connection is whole, and is read. Where the person chose accounts, new ones appear
 * and the data of those no longer shared is deleted. https://plaid.com/docs/link/update-mode/
 * @throws {AppError} `not_found` for a connection that is not theirs, `conflict` when the bank still refuses, `unavailable`
 */
export async function finishUpdate(
  userId: string,
  { connectionId, selectAccounts, linkSessionId }: FinishUpdate,
  now: Date = new Date(),
): Promise<{ connectionId: string; institutionName: string }> {
  const item = await findOwnedItem(database(), userId, connectionId);
  if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
  const bank = await readRepairedBank(item, now);
  if (selectAccounts) await storeChosenAccounts(item, bank, now);
  await itemRepaired(item.id, now);
  log().info({ userId, itemId: item.id, selectAccounts, linkSessionId }, "bank link updated");
  return { connectionId: item.id, institutionName: item.institutionName };
}

async function readRepairedBank(item: Item, now: Date): Promise<BankSnapshot> {
  try {
    const bank = await readBank(accessTokenOf(item), now);
    // Plaid may answer with what it has from before.
    const { problem } = bank;
    if (problem && statusOf(problem).status === "login_required") {
      throw new PlaidFailure(problem.plaidCode, problem.kind);
    }
    return bank;
  } catch (thrown) {
    if (thrown instanceof PlaidFailure && endsAccess(thrown.plaidCode)) {
      await endAccess(item.id, now, thrown.plaidCode);
    }
    throw thrown;
  }
}

async function storeChosenAccounts(item: Item, bank: BankSnapshot, now: Date): Promise<void> {
  const shared = new Set(bank.accounts.map(({ plaidAccountId }) => plaidAccountId));
  const known = await database().transaction(async (tx) => {
    await lockBanking(tx, item.userId);
    const current = await findItem(tx, item.id);
    if (!current?.accessTokenEncrypted) throw new AppError("conflict", "Access to this bank has ended.");
    // Its list of accounts may be from before the choice.
    await interruptReading(tx, item.id, now);
    // Before looking for those that are gone: one that came back under a new id is not.
    await storeAccounts(tx, item, bank.accounts);
    await saveItemNotice(tx, item.id, { hasNewAccounts: false });
    return listAccountsOfItem(tx, item.id);
  });
  for (const { plaidAccountId } of known) {
    if (!shared.has(plaidAccountId)) await endAccountAccess(item.id, plaidAccountId, now);
  }
}

import type { Executor } from "../db/client";
import { type Account, listAccountsOfItem, renameAccount, upsertAccounts } from "../db/queries/accounts";
import type { Item } from "../db/queries/items";
import type { BankAccount } from "../plaid/map";

/** An account that came back under a new id of Plaid's. */
export type Renaming = { from: string; to: string };

/**
 * Stores what the bank says now about each of its accounts. One that it no longer lists stays as it is; one that it lists
 * again is open again. One that comes back under a new id is known by its persistent id and keeps our row.
 * https://plaid.com/docs/auth/#tokenized-account-numbers
 */
export async function storeAccounts(
  tx: Executor,
  { id: itemId, userId }: Pick<Item, "id" | "userId">,
  listed: readonly BankAccount[],
): Promise<Renaming[]> {
  const renamings: Renaming[] = [];
  for (const { account, to } of findRenamed(await listAccountsOfItem(tx, itemId), listed)) {
    await renameAccount(tx, account.id, to);
    renamings.push({ from: account.plaidAccountId, to });
  }
  await upsertAccounts(
    tx,
    listed.map((account) => ({ ...account, userId, itemId })),
  );
  return renamings;
}

/** Only where exactly one account that is no longer listed and exactly one new one share a persistent id. */
function findRenamed(stored: readonly Account[], listed: readonly BankAccount[]) {
  const storedIds = new Set(stored.map(({ plaidAccountId }) => plaidAccountId));
  const listedIds = new Set(listed.map(({ plaidAccountId }) => plaidAccountId));
  const gone = stored.filter(({ plaidAccountId }) => !listedIds.has(plaidAccountId));
  const fresh = listed.filter(({ plaidAccountId }) => !storedIds.has(plaidAccountId));
  return fresh.flatMap(({ plaidAccountId: to, persistentAccountId }) => {
    if (persistentAccountId === null) return [];
    const isSame = (other: { persistentAccountId: string | null }) =>
      other.persistentAccountId === persistentAccountId;
    const [account, ...others] = gone.filter(isSame);
    const isClear = account !== undefined && others.length === 0 && fresh.filter(isSame).length === 1;
    return isClear ? [{ account, to }] : [];
  });
}

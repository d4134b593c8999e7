import type { LinkOutcome } from "../contract/linking";
import type { Executor } from "../db/client";
import { type Account, deleteAccount, listAccountsOfItem, upsertAccounts } from "../db/queries/accounts";
import { deleteItem, type Item, insertItem, lockBanking } from "../db/queries/items";
import { listImportedInto, moveImports } from "../db/queries/kept-imports";
import { insertLinkToEnd, takeLinkToEnd } from "../db/queries/links-to-end";
import { AppError } from "../errors";
import type { BankSnapshot } from "../plaid/link";
import { listKnownBanks } from "./list-known-banks";
import { refreshAfterLoss } from "./refresh-after-loss";
import { compareBanks, isSameAccount } from "./same-bank";

export type NewLink = {
  userId: string;
  /** Of the link as `holdLink` noted it; becomes the id of the item. */
  linkId: string;
  plaidItemId: string;
  bank: BankSnapshot & { institutionName: string };
  /** The ended connection that the person is linking again. */
  endedId: string | null;
  now: Date;
};

export type StoredLink = {
  itemId: string;
  institutionName: string;
  /** Else the person had this bank already: what became of that. */
  outcome: LinkOutcome["outcome"];
  /** Links that are not used any more: end them at Plaid once this is committed. */
  endedIds: string[];
};

/**
 * Stores a link inside a transaction, one person at a time, so that two windows cannot link one bank twice. A sealed token
 * only moves, between the items and the links to end: at any moment it is in one of them.
 */
export async function storeLink(tx: Executor, link: NewLink): Promise<StoredLink> {
  const { userId, linkId, bank } = link;
  await lockBanking(tx, userId);
  const known = await listKnownBanks(tx, userId);
  const { kept, replaced, thinned } = compareBanks(bank, known, link.endedId);
  if (kept) {
    const { id: itemId, institutionName } = kept.item;
    return { itemId, institutionName, outcome: kept.outcome, endedIds: [linkId] };
  }

  await insertLink(tx, link);
  const fresh = await listAccountsOfItem(tx, linkId);
  for (const { accounts } of [...replaced, ...thinned]) await takeImportsOver(tx, accounts, fresh);
  for (const { item } of replaced) await dropItem(tx, item, link.now);
  for (const { accounts } of thinned) {
    for (const { itemId, plaidAccountId } of accounts) await deleteAccount(tx, itemId, plaidAccountId);
  }
  if (replaced.length + thinned.length > 0) await refreshAfterLoss(tx, userId, link.now);
  const endedIds = replaced.map(({ item }) => item.id);
  return { itemId: linkId, institutionName: bank.institutionName, outcome: "linked", endedIds };
}

async function insertLink(tx: Executor, { userId, linkId, plaidItemId, bank, now }: NewLink): Promise<void> {
  const held = await takeLinkToEnd(tx, linkId);
  if (!held) throw new AppError("unavailable", "Connecting the bank took too long. Please connect it again.");
  await insertItem(tx, {
    id: linkId,
    userId,
    plaidItemId,
    institutionId: bank.institutionId,
    institutionName: bank.institutionName,
    accessTokenEncrypted: held.accessTokenEncrypted,
    products: bank.products,
    webhookUrl: bank.webhookUrl,
    nextReadAt: now,
  });
  await upsertAccounts(
    tx,
    bank.accounts.map((account) => ({ ...account, userId, itemId: linkId })),
  );
}

/** What the person imported from files goes on to the same account of the new link. */
async function takeImportsOver(
  tx: Executor,
  old: readonly Account[],
  fresh: readonly Account[],
): Promise<void> {
  const imported = new Set(
    await listImportedInto(
      tx,
      old.map(({ id }) => id),
    ),
  );
  for (const account of old.filter(({ id }) => imported.has(id))) {
    const heir = fresh.find((other) => isSameAccount(account, other));
    if (heir) await moveImports(tx, account.id, { accountId: heir.id, itemId: heir.itemId });
  }
}

async function dropItem(tx: Executor, { id, userId, accessTokenEncrypted }: Item, now: Date): Promise<void> {
  if (accessTokenEncrypted !== null) {
    await insertLinkToEnd(tx, { id, userId, accessTokenEncrypted, dueAt: now });
  }
  await deleteItem(tx, userId, id);
}

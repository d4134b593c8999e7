import type { Executor } from "../db/client";
import { upsertAccounts } from "../db/queries/accounts";
import { deleteItem, insertItem, lockBanking } from "../db/queries/items";
import { insertLinkToEnd, takeLinkToEnd } from "../db/queries/links-to-end";
import { AppError } from "../errors";
import type { BankSnapshot } from "../plaid/link";
import { listKnownBanks } from "./list-known-banks";
import { compareBanks } from "./same-bank";

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
  /** False when the person had this bank already. */
  isNew: boolean;
  /** Links that are not used any more: end them at Plaid once this is committed. */
  endedIds: string[];
};

/**
 * Stores a link inside a transaction, one person at a time, so that two windows cannot link one bank twice. A sealed token
 * only moves, between the items and the links to end: at any moment it is in one of them.
 */
export async function storeLink(tx: Executor, link: NewLink): Promise<StoredLink> {
  const { userId, linkId, plaidItemId, bank, now } = link;
  await lockBanking(tx, userId);
  const { kept, replaced } = compareBanks(bank, await listKnownBanks(tx, userId), link.endedId);
  if (kept) {
    return { itemId: kept.id, institutionName: kept.institutionName, isNew: false, endedIds: [linkId] };
  }

  for (const { id, accessTokenEncrypted } of replaced) {
    if (accessTokenEncrypted !== null) {
      await insertLinkToEnd(tx, { id, userId, accessTokenEncrypted, dueAt: now });
    }
    await deleteItem(tx, userId, id);
  }
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
  return {
    itemId: linkId,
    institutionName: bank.institutionName,
    isNew: true,
    endedIds: replaced.map(({ id }) => id),
  };
}

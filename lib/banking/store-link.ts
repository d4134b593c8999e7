import { randomUUID } from "node:crypto";
import type { Executor } from "../db/client";
import { type Account, listAccountsOfItem, upsertAccounts } from "../db/queries/accounts";
import { deleteItem, type Item, insertItem, listItems, lockBanking } from "../db/queries/items";
import { type PromisedJob, promiseJob } from "../db/queries/outbox";
import type { BankSnapshot } from "../plaid/link";
import { tokenCipher } from "../plaid/token-cipher";
import { compareBanks } from "./same-bank";

export type NewLink = {
  userId: string;
  accessToken: string;
  plaidItemId: string;
  bank: BankSnapshot & { institutionName: string };
};

export type StoredLink = {
  itemId: string;
  /** Access tokens of links that are not used any more: end them at Plaid once this is committed. */
  endedTokens: string[];
  /** The promise of the first sync; null when the link was there already. */
  promise: PromisedJob | null;
};

/** Stores a link inside a transaction, one person at a time, so that two windows cannot link one bank twice. */
export async function storeLink(tx: Executor, link: NewLink): Promise<StoredLink> {
  const { userId, accessToken, plaidItemId, bank } = link;
  await lockBanking(tx, userId);
  const { kept, replaced } = compareBanks(bank, await knownBanks(tx, userId));
  if (kept) return { itemId: kept.id, endedTokens: [accessToken], promise: null };

  for (const item of replaced) await deleteItem(tx, userId, item.id);
  const itemId = randomUUID();
  await insertItem(tx, {
    id: itemId,
    userId,
    plaidItemId,
    institutionId: bank.institutionId,
    institutionName: bank.institutionName,
    accessTokenEncrypted: tokenCipher().encrypt(accessToken, { userId, itemId }),
  });
  await upsertAccounts(
    tx,
    bank.accounts.map((account) => ({ ...account, userId, itemId })),
  );
  const promise = await promiseJob(tx, "bank.sync", { itemId });
  return { itemId, endedTokens: replaced.map(accessTokenOf), promise };
}

async function knownBanks(tx: Executor, userId: string) {
  const banks: { item: Item; institutionId: string | null; accounts: Account[] }[] = [];
  for (const item of await listItems(tx, userId)) {
    banks.push({ item, institutionId: item.institutionId, accounts: await listAccountsOfItem(tx, item.id) });
  }
  return banks;
}

const accessTokenOf = ({ accessTokenEncrypted, userId, id }: Item) =>
  tokenCipher().decrypt(accessTokenEncrypted, { userId, itemId: id });

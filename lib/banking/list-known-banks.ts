import type { Executor } from "../db/client";
import { type Account, listAccountsOfItems } from "../db/queries/accounts";
import { type Item, listItems } from "../db/queries/items";

type KnownBank = { item: Item; institutionId: string | null; accounts: Account[] };

/** The banks of a person with their accounts, to compare a new one with. */
export async function listKnownBanks(db: Executor, userId: string): Promise<KnownBank[]> {
  const items = await listItems(db, userId);
  const accounts = await listAccountsOfItems(
    db,
    userId,
    items.map(({ id }) => id),
  );
  return items.map((item) => ({
    item,
    institutionId: item.institutionId,
    accounts: accounts.filter(({ itemId }) => itemId === item.id),
  }));
}

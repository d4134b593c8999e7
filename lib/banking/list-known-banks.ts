import type { Executor } from "../db/client";
import { type Account, listAccountsOfItems } from "../db/queries/accounts";
import { type Item, listItems } from "../db/queries/items";
import { isLost } from "./is-lost";
import type { KnownBank } from "./same-bank";

/** The banks of a person with their accounts, to compare a new one with. */
export async function listKnownBanks(db: Executor, userId: string): Promise<KnownBank<Item, Account>[]> {
  const items = await listItems(db, userId);
  const accounts = await listAccountsOfItems(
    db,
    userId,
    items.map(({ id }) => id),
  );
  return items.map((item) => ({
    item,
    institutionId: item.institutionId,
    isLost: isLost(item),
    accounts: accounts.filter(({ itemId }) => itemId === item.id),
  }));
}

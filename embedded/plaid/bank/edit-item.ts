import { v4 as uuid } from "uuid";
import type { CalendarDate } from "../household/calendar";
import type { AccountKey } from "../household/entry";
import type { Edit, MadeRow } from "./edit";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

/** Notes what happens to an item. Nobody is told by it: see announceChanges. */
export async function editItem(bank: Bank, { itemId }: SandboxItem, ...edits: Edit[]): Promise<void> {
  await bank.change((state) => {
    for (const item of state.items) if (item.itemId === itemId) item.edits.push(...edits);
  });
}

/** A new row, pending from `transactedOn` and posted from `postedOn`. @returns the key of its entry */
export async function createRow(bank: Bank, item: SandboxItem, row: MadeRow): Promise<string> {
  const key = `made:${uuid()}`;
  await editItem(bank, item, { kind: "made", key, row });
  return key;
}

/** The row of an entry gets another amount or text: Plaid tells of it as modified. */
export function amendRow(
  bank: Bank,
  item: SandboxItem,
  key: string,
  to: { amountCents?: number; name?: string },
): Promise<void> {
  return editItem(bank, item, { kind: "amended", key, ...to });
}

/** The bank takes a row back, pending or posted. */
export function removeRow(bank: Bank, item: SandboxItem, key: string): Promise<void> {
  return editItem(bank, item, { kind: "removed", key });
}

/** A pending row posts on that day, under its new id. */
export function postRow(bank: Bank, item: SandboxItem, key: string, on: CalendarDate): Promise<void> {
  return editItem(bank, item, { kind: "posted", key, on });
}

/** The person shares exactly these accounts from now on. */
export function selectAccounts(bank: Bank, item: SandboxItem, accounts: AccountKey[]): Promise<void> {
  return editItem(bank, item, { kind: "selected", accounts });
}

/** The person takes one account back at the bank. */
export function revokeAccount(bank: Bank, item: SandboxItem, account: AccountKey): Promise<void> {
  return editItem(bank, item, { kind: "revoked", account });
}

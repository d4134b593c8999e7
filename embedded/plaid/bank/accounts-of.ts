import type { HouseholdAccount } from "../household/account";
import type { AccountKey } from "../household/entry";
import { toPlaidAccount } from "../wire/to-plaid-account";
import { findInstitution } from "./institutions";
import type { Bank } from "./open-bank";
import { isShared, overlayOf } from "./overlay";
import type { SandboxItem } from "./state";

/** The accounts of this household that are at the bank of this item, shared or not. */
export function accountsHeld(bank: Bank, item: SandboxItem): HouseholdAccount[] {
  // What a test user described is at whatever bank they sign in to.
  if (item.custom !== null) return bank.householdOf(item).accounts;
  const holds = findInstitution(item.institutionId)?.holds ?? [];
  return bank.householdOf(item).accounts.filter(({ key }) => holds.includes(key));
}

/** Those of them that the person shares. */
export function accountsAt(bank: Bank, item: SandboxItem): HouseholdAccount[] {
  const overlay = overlayOf(item);
  return accountsHeld(bank, item).filter(({ key }) => isShared(overlay, key));
}

/** Whether Plaid lists the transactions of such an account: investments never, loans only student loans. */
export function isListed(account: HouseholdAccount): boolean {
  return account.type === "depository" || account.type === "credit" || account.subtype === "student";
}

/** These accounts with today's balances. */
export function plaidAccounts(bank: Bank, item: SandboxItem, chosen: (account: HouseholdAccount) => boolean) {
  const balances = bank.ledger.balances(item, bank.today(item));
  return accountsAt(bank, item)
    .filter(chosen)
    .map((account) => {
      const balance = balances.get(account.key) ?? {
        currentCents: account.openingCents,
        availableCents: null,
      };
      return toPlaidAccount(item.itemId, account, balance);
    });
}

/** The keys of the accounts whose transactions this item tells. */
export function listedKeys(bank: Bank, item: SandboxItem): Set<AccountKey> {
  return new Set(
    accountsAt(bank, item)
      .filter(isListed)
      .map(({ key }) => key),
  );
}

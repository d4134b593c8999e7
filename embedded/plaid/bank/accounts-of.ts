import type { HouseholdAccount } from "../household/accounts";
import type { AccountKey } from "../household/entry";
import type { Household } from "../household/generate-household";
import { balancesOn } from "../household/rows-on";
import { toPlaidAccount } from "../wire/to-plaid-account";
import { findInstitution } from "./institutions";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

/** The accounts of this household that are at the bank of this item. */
export function accountsAt(household: Household, item: SandboxItem): HouseholdAccount[] {
  const holds = findInstitution(item.institutionId)?.holds ?? [];
  return household.accounts.filter(({ key }) => holds.includes(key));
}

/** Whether Plaid lists the transactions of such an account: investments never, loans only student loans. */
export function isListed(account: HouseholdAccount): boolean {
  return account.type === "depository" || account.type === "credit";
}

/** These accounts with today's balances. */
export function plaidAccounts(bank: Bank, item: SandboxItem, chosen: (account: HouseholdAccount) => boolean) {
  const household = bank.householdOf(item);
  const balances = balancesOn(household, bank.today(item));
  return accountsAt(household, item)
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
export function listedKeys(household: Household, item: SandboxItem): Set<AccountKey> {
  return new Set(
    accountsAt(household, item)
      .filter(isListed)
      .map(({ key }) => key),
  );
}

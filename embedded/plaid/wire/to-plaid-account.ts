import type { AccountBase } from "plaid";
import type { HouseholdAccount } from "../household/account";
import type { Balance } from "../household/rows-on";
import { derivedId } from "./opaque-id";
import type { Wire } from "./wire";

const money = (cents: number | null) => (cents === null ? null : cents / 100);

export function toPlaidAccount(
  itemId: string,
  account: HouseholdAccount,
  balance: Balance,
): Wire<AccountBase> {
  return {
    account_id: derivedId(itemId, "account", account.key),
    balances: {
      available: money(
        account.forcedAvailableCents === undefined ? balance.availableCents : account.forcedAvailableCents,
      ),
      current: balance.currentCents / 100,
      limit: money(account.limitCents),
      iso_currency_code: account.currency,
      unofficial_currency_code: null,
    },
    mask: account.mask === "" ? null : account.mask,
    name: account.name,
    official_name: account.officialName,
    type: account.type,
    subtype: account.subtype,
    holder_category: "personal",
  };
}

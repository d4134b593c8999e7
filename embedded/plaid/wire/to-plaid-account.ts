import type { AccountBase } from "plaid";
import type { HouseholdAccount } from "../household/accounts";
import type { Balance } from "../household/rows-on";
import { derivedId } from "./opaque-id";
import type { Wire } from "./wire";

const dollars = (cents: number) => cents / 100;

export function toPlaidAccount(
  itemId: string,
  account: HouseholdAccount,
  balance: Balance,
): Wire<AccountBase> {
  return {
    account_id: derivedId(itemId, "account", account.key),
    balances: {
      available: balance.availableCents === null ? null : dollars(balance.availableCents),
      current: dollars(balance.currentCents),
      limit: account.limitCents === null ? null : dollars(account.limitCents),
      iso_currency_code: "USD",
      unofficial_currency_code: null,
    },
    mask: account.mask,
    name: account.name,
    official_name: account.officialName,
    type: account.type,
    subtype: account.subtype,
    holder_category: "personal",
  };
}

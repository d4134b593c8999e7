import type { HouseholdAccount } from "../household/account";
import { plaidErrors } from "../plaid-error";
import { derivedId } from "../wire/opaque-id";
import { accountsAt } from "./accounts-of";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

/**
 * The shared accounts of these ids; all shared ones when no ids are given.
 * @throws {PlaidError} INVALID_ACCOUNT_ID
 */
export function requestedAccounts(
  bank: Bank,
  item: SandboxItem,
  ids: readonly string[] | null | undefined,
): HouseholdAccount[] {
  const shared = accountsAt(bank, item);
  if (ids === undefined || ids === null) return shared;
  const byId = new Map(shared.map((account) => [derivedId(item.itemId, "account", account.key), account]));
  return [...new Set(ids)].map((id) => {
    const account = byId.get(id);
    if (account === undefined) throw plaidErrors.invalidAccountId();
    return account;
  });
}

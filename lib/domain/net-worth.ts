import type { AccountType } from "../contract/banking";
import type { LedgerAccount } from "./ledger";
import { sumByCurrency } from "./money";

/** Balances as the banks state them; debts count against what is owned; currencies are never added. */
export const BALANCES_DEFINITION = "balances.v1";

/** Banks state what is owed as a positive balance of a credit or loan account; here it lowers what the person has. */
export function signedBalance(type: AccountType, statedMinor: number | null): number | null {
  if (statedMinor === null || statedMinor === 0) return statedMinor;
  return type === "credit" || type === "loan" ? -statedMinor : statedMinor;
}

/** Owned less owed, one per currency, minor units. Accounts whose balance is unknown do not count. */
export function netWorthByCurrency(accounts: readonly LedgerAccount[]) {
  return sumByCurrency(
    accounts.flatMap(({ balanceMinor, currency }) =>
      balanceMinor === null ? [] : [{ amountMinor: balanceMinor, currency }],
    ),
  );
}

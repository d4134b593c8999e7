import type { AccountType } from "../contract/banking";
import { sumByCurrency } from "./money";

/** Balances as the banks state them; debts count against what is owned; currencies are never added. */
export const BALANCES_DEFINITION = "balances.v1";

type StatedBalance = { type: AccountType; currentMinor: number | null; availableMinor: number | null };

/**
 * What an account adds to what the person has, in minor units; null when the bank does not say. Banks state what is owed
 * as a positive balance of a credit or loan account; here it lowers what the person has.
 */
export function accountBalance({ type, currentMinor, availableMinor }: StatedBalance): number | null {
  // What is available on a card is credit, not money: only for an account with money in it does it stand in.
  const stated = currentMinor ?? (type === "depository" ? availableMinor : null);
  if (stated === null || stated === 0) return stated;
  return type === "credit" || type === "loan" ? -stated : stated;
}

/** Owned less owed, one per currency, minor units. Accounts whose balance is unknown do not count. */
export function netWorthByCurrency(accounts: readonly { balanceMinor: number | null; currency: string }[]) {
  return sumByCurrency(
    accounts.flatMap(({ balanceMinor, currency }) =>
      balanceMinor === null ? [] : [{ amountMinor: balanceMinor, currency }],
    ),
  );
}

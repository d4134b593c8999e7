import type { CalendarDate } from "../contract/money";
import type { LedgerAccount } from "../domain/ledger";
import { AppError } from "../errors";

type Wanted = {
  name: string;
  currency: string;
  targetDate: CalendarDate | null;
  accountId: string | null;
};

type Known = {
  today: CalendarDate;
  /** Of the person's other goals. */
  otherNames: readonly string[];
  accounts: readonly LedgerAccount[];
};

/**
 * What holds for every goal, however it is made.
 * @returns the account whose balance is what is saved; undefined where the person says what is
 * @throws {AppError} `invalid`, or `not_found` for an account that is not the person's or is closed
 */
export function checkGoal(wanted: Wanted, { today, otherNames, accounts }: Known): LedgerAccount | undefined {
  const { name, currency, targetDate, accountId } = wanted;
  if (otherNames.some((other) => other.toLowerCase() === name.toLowerCase())) {
    throw new AppError("invalid", "There is a goal of this name already. Choose another name.");
  }
  if (targetDate !== null && targetDate <= today) {
    throw new AppError("invalid", "The date of a goal lies ahead.");
  }
  if (accountId === null) return undefined;
  const account = accounts.find((one) => one.id === accountId && !one.isClosed);
  if (!account) throw new AppError("not_found", "There is no such account, or no longer.");
  if (account.currency !== currency) {
    throw new AppError("invalid", `${account.name} is in ${account.currency}, so the goal must be too.`);
  }
  return account;
}

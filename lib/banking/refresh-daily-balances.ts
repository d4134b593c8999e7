import type { CalendarDate } from "../contract/money";
import type { Executor } from "../db/client";
import { type Account, listAccountsOfItem } from "../db/queries/accounts";
import { type Anchor, rewriteDailyBalances } from "../db/queries/daily-balances";
import { findItem } from "../db/queries/items";
import { findUserById } from "../db/queries/users";
import { todayIn } from "../domain/calendar";
import { accountBalance } from "../domain/net-worth";

type Scope = { itemId: string; today: CalendarDate };

/**
 * Reckons the balance of every day of this bank's accounts anew: from what the bank states now, back (and forward) through
 * the rows that have posted. Call it in the transaction that changed rows or balances, for files too.
 *
 * Accounts with money in them and cards are explained by their rows; banks do not list those of investments and of most
 * loans, so there only the days are known on which the bank stated a balance. An account whose balance nobody knows keeps
 * the history it has.
 * @param today in the person's time zone
 */
export async function refreshDailyBalances(tx: Executor, { itemId, today }: Scope): Promise<void> {
  const item = await findItem(tx, itemId);
  if (!item) return;
  const person = await findUserById(tx, item.userId);
  const accounts = await listAccountsOfItem(tx, itemId);
  const anchors = accounts.flatMap((account) => anchorOf(account, today, person?.timeZone ?? "UTC"));
  await rewriteDailyBalances(tx, anchors, today);
}

function anchorOf(account: Account, today: CalendarDate, timeZone: string): Anchor[] {
  const balanceMinor = accountBalance(account);
  if (balanceMinor === null) return [];
  const stated = todayIn(timeZone, account.balanceAsOf);
  return [
    {
      accountId: account.id,
      // A bank's clock may be ahead of ours.
      day: stated > today ? today : stated,
      balanceMinor,
      isReckoned: account.type === "depository" || account.type === "credit",
    },
  ];
}

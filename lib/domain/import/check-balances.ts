import type { AccountType } from "../../contract/banking";
import type { CalendarDate } from "../../contract/money";
import type { ImportEntry } from "./read-rows";

export type BalanceCheck = {
  /** Neighbouring rows whose balances could be compared, and those where the amount explains the difference. */
  checked: number;
  agreeing: number;
  isNewestFirst: boolean;
  /** The balances move against the amounts: they say what is owed, or money in and out are the wrong way round. */
  isReversed: boolean;
};

/** Compares each balance with the one before it: tells the order of the rows, and whether the signs are right. */
export function checkBalances(entries: readonly ImportEntry[]): BalanceCheck {
  const agreeing = { oldest: 0, oldestReversed: 0, newest: 0, newestReversed: 0 };
  let checked = 0;
  for (const [index, next] of entries.entries()) {
    const row = entries[index - 1];
    if (!row || row.balanceMinor === null || next.balanceMinor === null) continue;
    checked += 1;
    const difference = next.balanceMinor - row.balanceMinor;
    agreeing.oldest += Number(difference === next.amountMinor);
    agreeing.oldestReversed += Number(difference === 0 - next.amountMinor);
    agreeing.newest += Number(difference === 0 - row.amountMinor);
    agreeing.newestReversed += Number(difference === row.amountMinor);
  }
  const forward = Math.max(agreeing.oldest, agreeing.oldestReversed);
  const backward = Math.max(agreeing.newest, agreeing.newestReversed);
  const isNewestFirst = forward === backward ? isDatedNewestFirst(entries) : backward > forward;
  const [straight, reversed] = isNewestFirst
    ? [agreeing.newest, agreeing.newestReversed]
    : [agreeing.oldest, agreeing.oldestReversed];
  return { checked, agreeing: Math.max(straight, reversed), isNewestFirst, isReversed: reversed > straight };
}

function isDatedNewestFirst(entries: readonly ImportEntry[]): boolean {
  const [first, last] = [entries[0], entries.at(-1)];
  return first !== undefined && last !== undefined && first.date > last.date;
}

/**
 * What was on the account after the newest row, in the sign that banks state it (what is owed on a card or loan is
 * positive); null where the file does not say, or a card's file leaves open whether it means credit or debt.
 */
export function closingBalance(
  entries: readonly ImportEntry[],
  type: AccountType,
): { minor: number; date: CalendarDate } | null {
  const check = checkBalances(entries);
  const newest = check.isNewestFirst ? entries[0] : entries.at(-1);
  if (!newest || newest.balanceMinor === null) return null;
  const date = entries.reduce((latest, entry) => (entry.date > latest ? entry.date : latest), newest.date);
  if (type !== "credit" && type !== "loan") return { minor: newest.balanceMinor, date };
  if (check.agreeing === 0) return null;
  return { minor: check.isReversed ? newest.balanceMinor : 0 - newest.balanceMinor, date };
}

import type { CalendarDate, Period } from "../contract/money";
import { dayNumberOf, fromDayNumber } from "./calendar";
import { sumByCurrency } from "./money";

/** Sums of daily balances over all accounts; debts count against what is owned; currencies are never added. */
export const NET_WORTH_DEFINITION = "net_worth.v1";

/** A balance at the end of a day, minor units; what is owed is negative. */
export type DayBalance = {
  accountId: string;
  date: CalendarDate;
  balanceMinor: number;
  currency: string;
  /** From this day on the account holds nothing: its bank no longer lists it. */
  closedOn?: CalendarDate | null;
};

export type NetWorthDay = {
  date: CalendarDate;
  /** One per currency. */
  amounts: { amountMinor: number; currency: string }[];
};

/**
 * What a person was worth at the end of each day of a period.
 *
 * Between two known days an account keeps what it had. Before its first known day it is taken to have held what it held on
 * that day: an account that the bank tells of only since last month did not come into being then, and counting it as
 * nothing would show a jump where nothing happened. For an account with rows, the first known day is the one before its
 * first row, so one that was really opened then counts from its opening balance, mostly zero. From the day on which it was
 * closed an account counts no more.
 * @param balances in any order; all known days of each account up to the end of the period, or at least the last one
 * before the period and the first one of all
 * @returns the days, and from when on all accounts are known (null when there are none)
 */
export function netWorthSeries(
  balances: readonly DayBalance[],
  period: Period,
): { days: NetWorthDay[]; knownFrom: CalendarDate | null } {
  const histories = new Map<string, DayBalance[]>();
  for (const balance of balances) {
    const history = histories.get(balance.accountId) ?? [];
    history.push(balance);
    histories.set(balance.accountId, history);
  }
  const accounts = [...histories.values()].map((history) => ({
    history: history.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    at: 0,
  }));
  const days: NetWorthDay[] = [];
  if (accounts.length === 0) return { days, knownFrom: null };
  const lastDay = dayNumberOf(period.end);
  for (let day = dayNumberOf(period.start); day <= lastDay; day += 1) {
    const date = fromDayNumber(day);
    const held = accounts.flatMap((account) => {
      while ((account.history[account.at + 1]?.date ?? "9999-99-99") <= date) account.at += 1;
      const known = account.history[account.at];
      const isOpen = !known?.closedOn || date < known.closedOn;
      return known && isOpen ? [{ amountMinor: known.balanceMinor, currency: known.currency }] : [];
    });
    days.push({ date, amounts: sumByCurrency(held) });
  }
  const firstDays = accounts.flatMap(({ history: [first] }) => (first ? [first.date] : []));
  return { days, knownFrom: firstDays.sort().at(-1) ?? null };
}

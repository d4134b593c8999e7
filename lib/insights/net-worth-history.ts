import type { CalendarDate, Money } from "../contract/money";
import { database } from "../db/client";
import { listDailyBalances } from "../db/queries/daily-balances";
import { NET_WORTH_DEFINITION, netWorthSeries } from "../domain/daily-balances";
import { toMoney } from "../domain/money";

export type NetWorthHistory = {
  definition: string;
  /** Every day from the first to the last, both included; amounts one per currency. */
  days: { date: CalendarDate; amounts: Money[] }[];
  /** Before it, some account is taken to have held what it held when it was first known. */
  knownFrom: CalendarDate | null;
};

/** What the person owned less what they owed at the end of each day, by definition net_worth.v1. */
export async function netWorthHistory(
  userId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<NetWorthHistory> {
  const period = { start: from, end: to };
  const { days, knownFrom } = netWorthSeries(await listDailyBalances(database(), userId, period), period);
  return {
    definition: NET_WORTH_DEFINITION,
    days: days.map(({ date, amounts }) => ({
      date,
      amounts: amounts.map(({ amountMinor, currency }) => toMoney(amountMinor, currency)),
    })),
    knownFrom,
  };
}

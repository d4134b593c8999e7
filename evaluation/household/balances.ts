import { plusDays } from "../oracle/days";
import { ACCOUNTS, TODAY } from "./facts";
import { ROWS } from "./household";
import type { AccountKey } from "./row";

type DayEnd = { account: AccountKey; date: string; cents: number };

/** What each account held at the end of every day on which that changed, and on the day before its first row. */
export function dayEnds(): DayEnd[] {
  return ACCOUNTS.flatMap(({ key, balanceCents }) => {
    const posted = ROWS.filter(({ account, pending }) => account === key && !pending);
    const days = [...new Set(posted.map(({ date }) => date))].sort().reverse();
    let cents = balanceCents ?? 0;
    const ends: DayEnd[] = [{ account: key, date: TODAY, cents }];
    for (const date of days) {
      if (date !== TODAY) ends.push({ account: key, date, cents });
      cents -= posted.filter((row) => row.date === date).reduce((sum, row) => sum + row.cents, 0);
    }
    const first = days.at(-1);
    return first === undefined ? ends : [...ends, { account: key, date: plusDays(first, -1), cents }];
  });
}

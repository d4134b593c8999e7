import type { CalendarDate } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import { database } from "../db/client";
import { listSeries } from "../db/queries/recurring";
import { toMoney } from "../domain/money";
import { mergeSources } from "../domain/recurring-merge";

/**
 * What comes back on the person's accounts, found by Plaid or by our own detector, each once: what is due next first, then
 * what has ended.
 * @param today in the person's time zone
 */
export async function listRecurring(userId: string, today: CalendarDate): Promise<RecurringView[]> {
  const series = mergeSources(await listSeries(database(), userId));
  return series
    .map(({ userId: _, key: __, averageMinor, lastMinor, currency, ...one }) => ({
      ...one,
      average: toMoney(averageMinor, currency),
      last: toMoney(lastMinor, currency),
      isOverdue: one.nextDate !== null && one.nextDate < today,
    }))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ nextDate, id }: RecurringView): string => `${nextDate ?? "9999"} ${id}`;

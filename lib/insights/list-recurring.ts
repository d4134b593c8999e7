import type { CalendarDate } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import { database } from "../db/client";
import { listSeries } from "../db/queries/recurring";
import { recurringViews } from "../domain/recurring-views";

/**
 * What comes back on the person's accounts, found by Plaid or by our own detector, each once: what is due next first, then
 * what has ended.
 * @param today in the person's time zone
 */
export const listRecurring = async (userId: string, today: CalendarDate): Promise<RecurringView[]> =>
  recurringViews(await listSeries(database(), userId), today);

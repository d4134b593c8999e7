import { seriesId } from "../banking/series-id";
import type { CalendarDate } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import { database } from "../db/client";
import { listTransactions } from "../db/queries/ledger";
import { listMarks } from "../db/queries/planning";
import { listSeries } from "../db/queries/recurring";
import { heedMarks, markedSeries, type RecurringMark, unseenMarks } from "../domain/recurring-marks";
import { recurringViews } from "../domain/recurring-views";

/**
 * What comes back on the person's accounts, found by Plaid or by our own detector or marked by the person, each once: what
 * is due next first, then what has ended. What they marked as not recurring is left out.
 * @param today in the person's time zone
 */
export async function listRecurring(userId: string, today: CalendarDate): Promise<RecurringView[]> {
  const [found, marks] = await Promise.all([listSeries(database(), userId), listMarks(database(), userId)]);
  const unseen = await Promise.all(unseenMarks(found, marks).map((mark) => seriesOf(userId, mark, today)));
  return recurringViews([...heedMarks(found, marks), ...unseen.flat()], today);
}

async function seriesOf(userId: string, mark: RecurringMark, today: CalendarDate) {
  const rows = await listTransactions(database(), userId, {
    merchants: [mark.merchant],
    flows: ["spending", "income"],
    pending: false,
  });
  return markedSeries(mark, rows, today).map((series) => ({
    ...series,
    id: seriesId(series.accountId, "detected", series.key),
    source: "detected" as const,
  }));
}

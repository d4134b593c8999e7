import type { CalendarDate } from "../contract/money";
import type { TransactionSearch } from "../contract/transactions";
import { database } from "../db/client";
import { listTaggedIds } from "../db/queries/transaction-pages";
import type { TransactionFilter } from "../domain/ledger";
import { filterOfSearch } from "../domain/transaction-search";

/** No row has it; a filter without ids would be one that does not restrict. */
const NO_ROW = "00000000-0000-0000-0000-000000000000";

/**
 * The rows that a search of a person is about. Tags are the person's word on single rows, so they stand for those rows:
 * lists, counts and sums need not know of tags.
 * @param today in the person's time zone
 */
export async function resolveFilter(
  userId: string,
  search: TransactionSearch,
  today: CalendarDate,
): Promise<TransactionFilter> {
  const filter = filterOfSearch(search, today);
  if (search.tags.length === 0) return filter;
  const ids = await listTaggedIds(database(), userId, search.tags);
  return { ...filter, ids: ids.length === 0 ? [NO_ROW] : ids };
}

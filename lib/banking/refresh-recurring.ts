import type { CalendarDate } from "../contract/money";
import type { Executor } from "../db/client";
import {
  listAccountsForSeries,
  listSeriesCandidates,
  type RecurringSeries,
  replaceSeries,
} from "../db/queries/recurring";
import { findUserById } from "../db/queries/users";
import { todayIn } from "../domain/calendar";
import { collectCandidates, detectIn, startCandidates } from "../domain/recurring";
import { seriesId } from "./series-id";

type Scope = { userId: string; today: CalendarDate };

/** Rows held at once; of those before only dates, amounts and ids stay in memory. */
const BATCH_SIZE = 10_000;

/**
 * Looks for what comes back in all rows of a person and stores it as series of source "detected". Call it in the
 * transaction that changed rows. Whether a series has ended is judged by the last day its account is known of: silence of
 * a bank that was not read is no end.
 * @param today in the person's time zone
 */
export async function refreshRecurring(tx: Executor, { userId, today }: Scope): Promise<void> {
  const person = await findUserById(tx, userId);
  if (!person) return;
  const accounts = await listAccountsForSeries(tx, userId);
  const found: RecurringSeries[] = [];
  for (const account of accounts) {
    const read = account.lastSyncedAt && todayIn(person.timeZone, account.lastSyncedAt);
    const knownUntil = account.source === "file" || read === null || read > today ? today : read;
    const candidates = startCandidates();
    for await (const rows of batchesOf(tx, account.id)) collectCandidates(candidates, rows);
    const asOf = account.source === "file" ? (candidates.lastDate ?? today) : knownUntil;
    for (const series of detectIn(candidates, asOf)) {
      found.push({ ...series, id: seriesId(account.id, "detected", series.key), userId, source: "detected" });
    }
  }
  await replaceSeries(tx, { source: "detected", accountIds: accounts.map(({ id }) => id) }, found);
}

async function* batchesOf(tx: Executor, accountId: string) {
  let afterId: string | null = null;
  for (;;) {
    const rows = await listSeriesCandidates(tx, { accountId, afterId, limit: BATCH_SIZE });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_SIZE) return;
    afterId = last.id;
  }
}

import type { CalendarDate } from "../contract/money";
import type { Executor } from "../db/client";
import {
  listAccountsForSeries,
  listPayees,
  listSeriesCandidates,
  type RecurringSeries,
  replaceSeries,
} from "../db/queries/recurring";
import { findUserById } from "../db/queries/users";
import { todayIn } from "../domain/calendar";
import { collectCandidates, type DetectedSeries, detectIn, startCandidates } from "../domain/recurring";
import { partPayees } from "../domain/recurring-parts";
import { inTurns } from "../in-turns";
import { seriesId } from "./series-id";

type Scope = {
  userId: string;
  /** In the person's time zone. */
  today: CalendarDate;
  /** A bank whose reading is being stored, and up to when it is known then. */
  justRead?: { itemId: string; at: Date };
};

/** Rows held at once. */
const BATCH_SIZE = 10_000;

/**
 * Looks for what comes back in all rows of a person and stores it as series of source "detected". Call it in the
 * transaction that changed rows. Whether a series has ended is judged by the last day its account is known of: silence of
 * a bank that was not read is no end. However many rows there are, few are held at once, and the rest of the process goes
 * on meanwhile.
 */
export async function refreshRecurring(tx: Executor, { userId, today, justRead }: Scope): Promise<void> {
  const person = await findUserById(tx, userId);
  if (!person) return;
  const accounts = await listAccountsForSeries(tx, userId);
  const found: RecurringSeries[] = [];
  for (const { id, itemId, source, lastSyncedAt } of accounts) {
    const readAt = itemId === justRead?.itemId ? justRead.at : lastSyncedAt;
    const { payees, lastDate } = await listPayees(tx, id);
    const knownUntil = source === "file" ? (lastDate ?? today) : readUntil(readAt, person.timeZone, today);
    for (const merchants of partPayees(payees, BATCH_SIZE)) {
      for (const series of await seriesOf(tx, { accountId: id, merchants, asOf: knownUntil })) {
        found.push({ ...series, id: seriesId(id, "detected", series.key), userId, source: "detected" });
      }
    }
  }
  await replaceSeries(tx, { source: "detected", accountIds: accounts.map(({ id }) => id) }, found);
}

/** A reading is of the past, whatever the clocks say. */
function readUntil(readAt: Date | null, timeZone: string, today: CalendarDate): CalendarDate {
  const read = readAt && todayIn(timeZone, readAt);
  return read === null || read > today ? today : read;
}

type Part = { accountId: string; merchants: readonly string[]; asOf: CalendarDate };

async function seriesOf(tx: Executor, { asOf, ...part }: Part): Promise<DetectedSeries[]> {
  const candidates = startCandidates();
  for await (const rows of batchesOf(tx, part)) collectCandidates(candidates, rows);
  const found: DetectedSeries[] = [];
  for await (const series of inTurns(detectIn(candidates, asOf))) found.push(...series);
  return found;
}

/** Of a payee with more rows than a batch only dates, amounts and ids stay in memory. */
async function* batchesOf(tx: Executor, part: Omit<Part, "asOf">) {
  let afterId: string | null = null;
  for (;;) {
    const rows = await listSeriesCandidates(tx, { ...part, afterId, limit: BATCH_SIZE });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_SIZE) return;
    afterId = last.id;
  }
}

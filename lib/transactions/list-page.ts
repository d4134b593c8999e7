import type { Period } from "../contract/money";
import type {
  DaySum,
  NextPage,
  RereadRows,
  TransactionLine,
  TransactionPage,
} from "../contract/transactions";
import { database } from "../db/client";
import { listPartIds } from "../db/queries/splits";
import { listTransactionPage } from "../db/queries/transaction-pages";
import { countedNet } from "../domain/counted-net";
import { groupBy } from "../domain/group-by";
import type { Ledger, TransactionFilter } from "../domain/ledger";
import { toMoney } from "../domain/money";
import { resolveFilter } from "./resolve-filter";

const PAGE_SIZE = 100;

/**
 * One page of the rows that match, newest first, with the sums of its days.
 * @param ledger the person's own
 */
export async function listPage(
  userId: string,
  { search, after }: NextPage,
  ledger: Ledger,
  size = PAGE_SIZE,
): Promise<TransactionPage> {
  const filter = await resolveFilter(userId, search, ledger.today);
  const found = await listTransactionPage(database(), userId, filter, { after, limit: size + 1 });
  const rows = found.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return { rows: [], days: [], next: null };
  return {
    rows: rows.map(toLine),
    days: await daysWithin({ start: last.date, end: first.date }, filter, ledger),
    next: found.length > size ? { date: last.date, id: last.id } : null,
  };
}

/** Those of some rows and of their parts that match, newest first, with the sums of the days of a period. */
export async function rereadRows(
  userId: string,
  { search, ids, period }: RereadRows,
  ledger: Ledger,
): Promise<Omit<TransactionPage, "next">> {
  const filter = await resolveFilter(userId, search, ledger.today);
  const wanted = [...ids, ...(await listPartIds(database(), userId, ids))];
  const matching = filter.ids ? wanted.filter((id) => filter.ids?.includes(id)) : wanted;
  const [rows, days] = await Promise.all([
    matching.length === 0
      ? []
      : listTransactionPage(
          database(),
          userId,
          { ...filter, ids: matching },
          { after: null, limit: wanted.length },
        ),
    daysWithin(period, filter, ledger),
  ]);
  return { rows: rows.map(toLine), days };
}

/** Of the days within a period on which there is a row, the latest first. */
async function daysWithin(period: Period, filter: TransactionFilter, ledger: Ledger): Promise<DaySum[]> {
  const sums = await ledger.sums({ ...filter, period: overlap(period, filter.period) }, "day");
  return [...groupBy(sums, ({ key }) => key)]
    .map(([date, ofDay]) => ({
      date,
      rowCount: ofDay.reduce((rowCount, sum) => rowCount + sum.rowCount, 0),
      net: countedNet(ofDay),
    }))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}

const overlap = (one: Period, other: Period = one): Period => ({
  start: one.start > other.start ? one.start : other.start,
  end: one.end < other.end ? one.end : other.end,
});

type Row = Awaited<ReturnType<typeof listTransactionPage>>[number];

const toLine = ({
  accountName,
  amountMinor,
  currency,
  note,
  splitId,
  wholeMinor,
  ...row
}: Row): TransactionLine => ({
  ...row,
  account: accountName,
  amount: toMoney(amountMinor, currency),
  hasNote: note !== null,
  partOf:
    splitId === null || wholeMinor === null ? null : { id: splitId, whole: toMoney(wholeMinor, currency) },
});

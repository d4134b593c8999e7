import type { Period } from "@/lib/contract/money";
import type { DaySum, PageCursor, TransactionLine, TransactionPage } from "@/lib/contract/transactions";

/** What of the list is here: its top, without gaps and without doubles, newest first. */
export type LoadedRows = {
  rows: readonly TransactionLine[];
  days: ReadonlyMap<string, DaySum>;
  /** Null: nothing is below. */
  next: PageCursor | null;
};

type Place = Pick<TransactionLine, "date" | "id">;

/** Negative: `a` stands above `b`. */
export const inList = (a: Place, b: Place): number =>
  a.date === b.date ? compare(b.id, a.id) : compare(b.date, a.date);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byDate = (days: Iterable<DaySum>): Map<string, DaySum> =>
  new Map(Array.from(days, (day) => [day.date, day]));

export const startWith = ({ rows, days, next }: TransactionPage): LoadedRows => ({
  rows,
  days: byDate(days),
  next,
});

/** The next page goes below. A row that has moved down meanwhile stands only where it is now. */
export function append(loaded: LoadedRows, page: TransactionPage): LoadedRows {
  const arrived = new Set(page.rows.map(({ id }) => id));
  return {
    rows: [...loaded.rows.filter(({ id }) => !arrived.has(id)), ...page.rows],
    days: new Map([...loaded.days, ...byDate(page.days)]),
    next: page.next,
  };
}

/** The first page was read again: what is below it stays, unless so much is new that there would be a gap. */
export function withNewTop(loaded: LoadedRows, first: TransactionPage): LoadedRows {
  const bottom = first.rows.at(-1);
  const known = new Set(loaded.rows.map(({ id }) => id));
  if (!bottom || first.next === null || !first.rows.some(({ id }) => known.has(id))) return startWith(first);
  const arrived = new Set(first.rows.map(({ id }) => id));
  const below = loaded.rows.filter((row) => inList(row, bottom) > 0 && !arrived.has(row.id));
  if (below.length === 0) return startWith(first);
  const older = [...loaded.days.values()].filter(({ date }) => date < bottom.date);
  return { rows: [...first.rows, ...below], days: byDate([...first.days, ...older]), next: loaded.next };
}

/** Some rows were read again: those that do not match any more go, and parts of them may have come. */
export function replaceRows(
  loaded: LoadedRows,
  ids: readonly string[],
  { rows, days }: Omit<TransactionPage, "next">,
  period: Period,
): LoadedRows {
  const asked = new Set([...ids, ...rows.map(({ id }) => id)]);
  const others = [...loaded.days.values()].filter(({ date }) => date < period.start || date > period.end);
  return {
    ...loaded,
    rows: [...loaded.rows.filter(({ id }) => !asked.has(id)), ...rows].sort(inList),
    days: byDate([...others, ...days]),
  };
}

import type { DuplicateReason } from "../../contract/imports";
import type { CalendarDate } from "../../contract/money";
import { addDays, daysBetween } from "../calendar";
import { groupBy } from "../group-by";
import type { ImportEntry } from "./read-rows";

/** A row that the account has already. */
export type StoredRow = {
  date: CalendarDate;
  postedDate: CalendarDate;
  amountMinor: number;
  description: string;
  /** From an earlier file; else from the linked bank. */
  isImported: boolean;
};

/** What makes two lines of files the same payment; two such lines within one file are two payments. */
export const entryIdentity = (row: Pick<StoredRow, "date" | "amountMinor" | "description">): string =>
  `${row.date} ${row.amountMinor} ${row.description.toLowerCase()}`;

/** Banks and their exports date one payment up to two days apart. */
export const MAX_DAYS_APART = 2;

/** Banks tell of some purchases only days after others of the same day, and of holds with another amount than they post. */
const LATE_DAYS = 5;

/**
 * Says which rows of a file the account has already. Every stored row explains one row of the file at most: when a file
 * holds the same line three times and the account has it twice, the third is new.
 * @param bankReadUntil the newest row that the linked bank has posted; null for an account that only files fill
 * @returns the reason by line; lines that are new do not appear
 */
export function markDuplicates(
  entries: readonly ImportEntry[],
  stored: readonly StoredRow[],
  bankReadUntil: CalendarDate | null,
): Map<number, DuplicateReason> {
  const reasons = new Map<number, DuplicateReason>();
  const imported = stored.filter(({ isImported }) => isImported);
  const banked = stored.filter(({ isImported }) => !isImported);
  const unmarked = () => entries.filter(({ line }) => !reasons.has(line));
  const mark = (reason: DuplicateReason, lines: Iterable<number>) => {
    for (const line of lines) reasons.set(line, reason);
  };

  const same = matchEqual(unmarked(), imported, entryIdentity);
  mark("imported", same.lines);
  mark("bank", matchNear(unmarked(), banked));
  mark("similar", matchEqual(unmarked(), same.left, (row) => `${row.date} ${row.amountMinor}`).lines);
  if (bankReadUntil !== null) {
    const isCertainUntil = addDays(bankReadUntil, -LATE_DAYS);
    mark(
      "bank_will",
      unmarked().flatMap(({ line, date, postedDate }) =>
        date > isCertainUntil || postedDate > isCertainUntil ? [line] : [],
      ),
    );
  }
  return reasons;
}

type Comparable = Pick<StoredRow, "date" | "amountMinor" | "description">;

function matchEqual(
  entries: readonly ImportEntry[],
  stored: readonly StoredRow[],
  keyOf: (row: Comparable) => string,
): { lines: number[]; left: StoredRow[] } {
  const waiting = groupBy(stored, keyOf);
  const lines = entries.flatMap((entry) => (waiting.get(keyOf(entry))?.pop() ? [entry.line] : []));
  return { lines, left: [...waiting.values()].flat() };
}

/** The closest dates first, so that a neighbour's twin is not taken away from it. */
function matchNear(entries: readonly ImportEntry[], stored: readonly StoredRow[]): Set<number> {
  const byAmount = groupBy(stored, ({ amountMinor }) => String(amountMinor));
  const pairs = entries.flatMap((entry) =>
    (byAmount.get(String(entry.amountMinor)) ?? []).flatMap((row) => {
      const days = daysApart(entry, row);
      return days <= MAX_DAYS_APART ? [{ line: entry.line, row, days }] : [];
    }),
  );
  const lines = new Set<number>();
  const taken = new Set<StoredRow>();
  for (const { line, row } of pairs.sort((a, b) => a.days - b.days)) {
    if (lines.has(line) || taken.has(row)) continue;
    lines.add(line);
    taken.add(row);
  }
  return lines;
}

/** Each side may know two dates, of buying and of posting: the closest two count. */
function daysApart(entry: ImportEntry, row: StoredRow): number {
  const days = [entry.date, entry.postedDate].flatMap((date) =>
    [row.date, row.postedDate].map((other) => Math.abs(daysBetween(date, other))),
  );
  return Math.min(...days);
}

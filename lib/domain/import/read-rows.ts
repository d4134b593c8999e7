import type { ImportMapping, ImportProblem } from "../../contract/imports";
import type { CalendarDate } from "../../contract/money";
import { directionOf, statusOf } from "./direction-words";
import { readAmount } from "./read-amount";
import { orderedDate, readDate } from "./read-date";
import { cellText, type FileRow } from "./table";

/** A row of a file, understood; not yet compared with what is stored. */
export type ImportEntry = {
  line: number;
  date: CalendarDate;
  postedDate: CalendarDate;
  /** Positive is money into the account. */
  amountMinor: number;
  description: string;
  merchant: string;
  /** The word of the bank; empty where it has none. */
  category: string;
  /** As the file states it; null where it does not. */
  balanceMinor: number | null;
};

export type ReadRows = {
  entries: ImportEntry[];
  /** Rows that cannot be stored, each with its reason. */
  problems: ImportProblem[];
  /** How many of the problems are rows that the bank has not booked yet. */
  pending: number;
};

/** Longer texts are cut: nothing a bank writes about one payment needs more. */
const MAX_TEXT = 500;

/** Thrown and caught in this file only: the reason why a row cannot be stored. */
class RowProblem extends Error {}

/** Reads every row of the table or says why it cannot; no row is left out without a word. */
export function readRows(rows: readonly FileRow[], mapping: ImportMapping, currency: string): ReadRows {
  const result: ReadRows = { entries: [], problems: [], pending: 0 };
  for (const row of rows) {
    try {
      result.entries.push(readRow(row, mapping, currency));
    } catch (thrown) {
      if (!(thrown instanceof RowProblem)) throw thrown;
      if (statusOf(cellText(row, mapping.status)) === "pending") result.pending += 1;
      result.problems.push({ line: row.line, text: excerpt(row), reason: thrown.message });
    }
  }
  return result;
}

function readRow(row: FileRow, mapping: ImportMapping, currency: string): ImportEntry {
  refuseUnbooked(cellText(row, mapping.status));
  const date = readDateCell(cellText(row, mapping.date), mapping);
  const posted = cellText(row, mapping.postedDate);
  const amountMinor = readAmountCells(row, mapping, currency);
  refuseOtherCurrency(cellText(row, mapping.currency), currency);
  const merchantText = cellText(row, mapping.merchant).slice(0, MAX_TEXT);
  const description = cellText(row, mapping.description).slice(0, MAX_TEXT) || merchantText || "Transaction";
  const balance = readAmount(cellText(row, mapping.balance), mapping.decimalMark, currency);
  return {
    line: row.line,
    date,
    postedDate: posted === "" ? date : readDateCell(posted, mapping),
    amountMinor,
    description,
    merchant: merchantText || description,
    category: cellText(row, mapping.category).slice(0, MAX_TEXT),
    balanceMinor: balance.kind === "amount" ? balance.minor : null,
  };
}

function refuseUnbooked(word: string): void {
  const status = statusOf(word);
  if (status === "pending") throw new RowProblem("The bank has not booked it yet. Import it once it has.");
  if (status === "void") throw new RowProblem(`It did not go through (“${word}”).`);
}

function readDateCell(text: string, { dateOrder }: ImportMapping): CalendarDate {
  if (text === "") throw new RowProblem("It has no date.");
  const read = readDate(text);
  if (read.kind === "date") return read.date;
  const date = read.kind === "numbers" && dateOrder ? orderedDate(read, dateOrder) : undefined;
  if (date === undefined) throw new RowProblem(`“${text.slice(0, 40)}” is not a date.`);
  return date;
}

function readAmountCells(row: FileRow, mapping: ImportMapping, currency: string): number {
  const minorOf = (column: number | null) => {
    const read = readAmount(cellText(row, column), mapping.decimalMark, currency);
    if (read.kind === "wrong") throw new RowProblem(read.reason);
    return read.kind === "amount" ? read.minor : null;
  };
  if (mapping.amount !== null) {
    const minor = minorOf(mapping.amount);
    if (minor === null) throw new RowProblem("It has no amount.");
    return turned(directed(minor, cellText(row, mapping.direction), mapping.direction), mapping);
  }
  const [out, into] = [minorOf(mapping.debit), minorOf(mapping.credit)];
  if (out === null && into === null) throw new RowProblem("It has no amount.");
  if (out && into) throw new RowProblem("It has an amount in both columns, money out and money in.");
  // Some banks write a sign into these columns too; the column says which way the money went.
  return turned(Math.abs(into ?? 0) - Math.abs(out ?? 0), mapping);
}

function directed(minor: number, word: string, column: number | null): number {
  if (column === null) return minor;
  const direction = directionOf(word);
  if (!direction)
    throw new RowProblem(`“${word.slice(0, 40)}” does not say whether money came in or went out.`);
  return direction === "out" ? -Math.abs(minor) : Math.abs(minor);
}

/** Never minus zero. */
const turned = (minor: number, { isOutPositive }: ImportMapping) => (isOutPositive ? 0 - minor : minor + 0);

function refuseOtherCurrency(text: string, currency: string): void {
  const stated = text === "€" ? "EUR" : text.toUpperCase();
  if (stated === "" || stated === currency) return;
  throw new RowProblem(`It is in ${stated.slice(0, 10)}; the account is in ${currency}.`);
}

const excerpt = (row: FileRow) =>
  row.cells
    .map((_, index) => cellText(row, index))
    .filter((text) => text !== "")
    .join(" · ")
    .slice(0, 160);

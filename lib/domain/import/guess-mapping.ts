import type { AccountType } from "../../contract/banking";
import {
  IMPORT_COLUMNS,
  type ImportColumn,
  type ImportMapping,
  type ImportOverrides,
} from "../../contract/imports";
import type { CalendarDate } from "../../contract/money";
import { type ColumnFacts, columnFacts } from "./column-facts";
import { nameRank } from "./column-names";
import { decideDateOrder } from "./date-order";
import { decideDecimalMark } from "./decimal-mark";
import { directionOf, statusOf } from "./direction-words";
import type { Table } from "./find-header";
import { cellText } from "./table";

/** A column of something else may not be taken. */
const MOSTLY = 0.8;
/** Where the header names it, more of the cells may be broken. */
const OFTEN = 0.5;

/** What the cells under a fitting header must look like. */
const FITS: Record<ImportColumn, (facts: ColumnFacts) => boolean> = {
  date: ({ dates, filled }) => dates >= OFTEN && filled > 0.5,
  postedDate: ({ dates }) => dates >= OFTEN,
  description: ({ values }) => values.length > 0,
  merchant: ({ values }) => values.length > 0,
  amount: ({ amounts }) => amounts >= OFTEN,
  debit: ({ amounts, values }) => amounts >= OFTEN || values.length === 0,
  credit: ({ amounts, values }) => amounts >= OFTEN || values.length === 0,
  direction: ({ values }) => values.length > 0 && values.every((value) => directionOf(value) !== undefined),
  balance: ({ amounts }) => amounts >= OFTEN,
  category: ({ values }) => values.length > 0,
  currency: ({ values }) => values.length > 0 && values.every((value) => /^[A-Za-z]{3}$|^€$/.test(value)),
  status: ({ values }) => values.length > 0,
};

type Columns = Record<ImportColumn, number | null>;

/**
 * What the columns mean: by their names, which must fit what is in them, else by what is in them alone. What the person
 * has said stands.
 * @param options.type of the account: on cards most rows are money out
 * @param options.today in the person's time zone
 */
export function guessMapping(
  table: Table,
  overrides: ImportOverrides,
  options: { type: AccountType | null; today: CalendarDate },
): { mapping: ImportMapping; isDateAmbiguous: boolean } {
  const facts = columnFacts(table);
  const columns = { ...guessColumns(facts), ...given(overrides) };
  const valuesOf = (column: number | null) =>
    column === null ? [] : table.rows.map((row) => cellText(row, column)).filter((value) => value !== "");
  const dates = decideDateOrder([...valuesOf(columns.date), ...valuesOf(columns.postedDate)], options.today);
  const money = [columns.amount, columns.debit, columns.credit, columns.balance].flatMap(valuesOf);
  const isCard = options.type === "credit";
  const mapping: ImportMapping = {
    ...columns,
    dateOrder: overrides.dateOrder ?? dates.order,
    decimalMark: overrides.decimalMark ?? decideDecimalMark(money) ?? ".",
    isOutPositive: overrides.isOutPositive ?? (isCard && mostlyPositive(facts, columns)),
  };
  return { mapping, isDateAmbiguous: mapping.dateOrder === null && dates.isAmbiguous };
}

function given(overrides: ImportOverrides): Partial<Columns> {
  return Object.fromEntries(
    IMPORT_COLUMNS.flatMap((column) => {
      const index = overrides[column];
      return index === undefined ? [] : [[column, index]];
    }),
  );
}

function mostlyPositive(facts: readonly ColumnFacts[], { amount, direction }: Columns): boolean {
  const column = amount === null ? undefined : facts[amount];
  return direction === null && column !== undefined && column.negatives < 0.5;
}

function guessColumns(facts: readonly ColumnFacts[]): Columns {
  const taken = new Set<number>();
  const take = (index: number | null) => {
    if (index !== null) taken.add(index);
    return index;
  };
  const byName = (column: ImportColumn) => take(bestNamed(facts, column, taken));

  const date =
    byName("date") ?? take(firstWhere(facts, taken, ({ dates, filled }) => dates >= MOSTLY && filled > 0.5));
  const postedDate = byName("postedDate");
  const balance = byName("balance");
  let amount = byName("amount");
  let debit = amount === null ? byName("debit") : null;
  let credit = amount === null ? byName("credit") : null;
  if (amount === null && (debit === null) !== (credit === null)) {
    // One of the two alone is the column of amounts, whatever it is called.
    amount = debit ?? credit;
    [debit, credit] = [null, null];
  }
  if (amount === null && debit === null) amount = take(amountByContent(facts, taken));
  const direction = amount !== null && facts[amount]?.negatives === 0 ? byName("direction") : null;
  const currency = byName("currency");
  const category = byName("category");
  const status = statusColumn(facts, taken);
  const merchant = byName("merchant");
  const description = byName("description") ?? merchant ?? take(longestText(facts, taken));
  return {
    ...{ date, postedDate, balance, amount, debit, credit },
    ...{ direction, currency, category, status, description },
    merchant: merchant === description ? null : merchant,
  };
}

function bestNamed(facts: readonly ColumnFacts[], column: ImportColumn, taken: Set<number>): number | null {
  let best: { index: number; rank: number } | undefined;
  for (const [index, fact] of facts.entries()) {
    const rank = nameRank(fact.header, column);
    if (rank === undefined || taken.has(index) || !FITS[column](fact)) continue;
    if (!best || rank < best.rank) best = { index, rank };
  }
  return best?.index ?? null;
}

function firstWhere(
  facts: readonly ColumnFacts[],
  taken: Set<number>,
  holds: (fact: ColumnFacts) => boolean,
) {
  const index = facts.findIndex((fact, column) => !taken.has(column) && holds(fact));
  return index < 0 ? null : index;
}

/** The first with decimals: a balance stands behind the amount. Else the first that holds numbers at all. */
function amountByContent(facts: readonly ColumnFacts[], taken: Set<number>): number | null {
  const isMoney = (fact: ColumnFacts) => fact.amounts >= MOSTLY && fact.filled > 0.5 && fact.dates < 0.5;
  return (
    firstWhere(facts, taken, (fact) => isMoney(fact) && fact.decimals > 0.5) ??
    firstWhere(facts, taken, isMoney)
  );
}

/** Names like "Info" are common: the column counts only if it says something that we know. */
function statusColumn(facts: readonly ColumnFacts[], taken: Set<number>): number | null {
  const index = bestNamed(facts, "status", taken);
  return index !== null && facts[index]?.values.some((value) => statusOf(value) !== undefined) ? index : null;
}

function longestText(facts: readonly ColumnFacts[], taken: Set<number>): number | null {
  let best: number | null = null;
  for (const [index, fact] of facts.entries()) {
    if (taken.has(index) || fact.letters < 0.5) continue;
    if (best === null || fact.averageLength > (facts[best]?.averageLength ?? 0)) best = index;
  }
  return best;
}

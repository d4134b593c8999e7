import type { ImportPreview, ImportRowView, PreviewImport } from "../contract/imports";
import { database } from "../db/client";
import { categoryLabel } from "../domain/categories";
import { closingBalance } from "../domain/import/check-balances";
import { exampleReadings } from "../domain/import/date-order";
import type { ImportEntry } from "../domain/import/read-rows";
import { cellText } from "../domain/import/table";
import { toMoney } from "../domain/money";
import { meaningOf } from "./import-meaning";
import { importWarnings } from "./import-warnings";
import { type Importer, type ImportPlan, planImport } from "./plan-import";
import { type ImportFile, missingParts, type ReadImport } from "./read-import";

/** Rows that are shown of each kind; all of them are counted. */
const SHOWN_FRESH = 50;
const SHOWN_DUPLICATES = 200;
const SHOWN_PROBLEMS = 100;
const SAMPLES = 3;

/**
 * What an import of this file would do: how it was read, the rows as they would be stored, which are duplicates, and what
 * cannot be stored. Nothing is written.
 * @throws {AppError} as `planImport`
 */
export async function previewImport(
  person: Importer,
  file: ImportFile,
  wishes: PreviewImport,
  now: Date = new Date(),
): Promise<ImportPreview> {
  const plan = await planImport(database(), person, { file, wishes, now });
  const { read, duplicates } = plan;
  const keepsBalance = plan.account?.source !== "plaid";
  const fresh = read.entries.filter(({ line }) => !duplicates.has(line));
  const closing = keepsBalance ? closingBalance(read.entries, read.type) : null;
  return {
    fileName: file.name,
    format: `${read.encoding}, ${SEPARATED_BY[read.delimiter] ?? `separated by “${read.delimiter}”`}`,
    columns: columnsOf(read),
    mapping: read.mapping,
    currency: read.currency,
    missing: missingParts(read),
    dateReadings: read.isDateAmbiguous ? exampleReadings(cellsOf(read, read.mapping.date)) : null,
    warnings: importWarnings(read, { timeZone: person.timeZone, now }),
    rows: shownRows(plan),
    problems: read.problems.slice(0, SHOWN_PROBLEMS),
    counts: {
      rows: read.entries.length + read.problems.length,
      fresh: fresh.length,
      duplicates: duplicates.size,
      problems: read.problems.length,
      pending: read.pending,
    },
    ...summaryOf(fresh, read.currency),
    keepsBalance,
    balance: closing && { money: toMoney(closing.minor, read.currency), date: closing.date },
    suggestedBank: read.suggested?.bank ?? null,
    suggestedType: read.suggested?.type ?? null,
  };
}

const SEPARATED_BY: Record<string, string> = {
  ",": "separated by commas",
  ";": "separated by semicolons",
  "\t": "separated by tabs",
};

const cellsOf = (read: ReadImport, column: number | null) =>
  read.table.rows.map((row) => cellText(row, column)).filter((text) => text !== "");

function columnsOf(read: ReadImport): ImportPreview["columns"] {
  return read.headers.map((header, column) => ({
    name: header.slice(0, 60) || `Column ${column + 1}`,
    samples: [...new Set(cellsOf(read, column).slice(0, 50))]
      .slice(0, SAMPLES)
      .map((text) => text.slice(0, 40)),
  }));
}

function shownRows({ read, duplicates }: ImportPlan): ImportRowView[] {
  const left = { fresh: SHOWN_FRESH, duplicates: SHOWN_DUPLICATES };
  return read.entries.flatMap((entry) => {
    const duplicate = duplicates.get(entry.line) ?? null;
    const kind = duplicate ? "duplicates" : "fresh";
    if (left[kind] === 0) return [];
    left[kind] -= 1;
    const { line, date, merchant, description, amountMinor } = entry;
    const { category } = meaningOf(entry, read.type);
    return [
      {
        ...{ line, date, merchant, description, duplicate },
        categoryLabel: categoryLabel(category),
        amount: toMoney(amountMinor, read.currency),
      },
    ];
  });
}

function summaryOf(
  fresh: readonly ImportEntry[],
  currency: string,
): Pick<ImportPreview, "totals" | "period"> {
  const dates = fresh.map(({ date }) => date).sort();
  const [start, end] = [dates[0], dates.at(-1)];
  if (!start || !end) return { totals: null, period: null };
  const sum = (amounts: number[]) =>
    toMoney(
      amounts.reduce((total, amount) => total + amount, 0),
      currency,
    );
  const amounts = fresh.map(({ amountMinor }) => amountMinor);
  return {
    totals: {
      moneyIn: sum(amounts.filter((amount) => amount > 0)),
      moneyOut: sum(amounts.filter((amount) => amount < 0)),
    },
    period: { start, end },
  };
}

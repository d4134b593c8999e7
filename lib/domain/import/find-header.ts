import { countNamed } from "./column-names";
import { amountParts } from "./read-amount";
import { readDate } from "./read-date";
import { cellText, type FileRow, isBlank } from "./table";

/** Banks put up to some twenty lines about the account above the table. */
const SEARCHED_ROWS = 60;

export type Table = {
  /** Null when the file has none. */
  header: FileRow | null;
  /** What comes after the header, blank rows left out. */
  rows: FileRow[];
  width: number;
};

/** Finds where the table begins: below the row that names columns of ours, or at the first row that holds a date and an amount. */
export function findTable(all: readonly FileRow[]): Table {
  const filled = all.filter((row) => !isBlank(row));
  const searched = filled.slice(0, SEARCHED_ROWS);
  const firstData = searched.findIndex(looksLikeData);
  const header = headerIndex(firstData < 0 ? searched : searched.slice(0, firstData));
  const start = header === undefined ? Math.max(firstData, 0) : header + 1;
  const rows = filled.slice(start);
  const headerRow = header === undefined ? null : (filled[header] ?? null);
  return { header: headerRow, rows, width: widthOf(headerRow, rows) };
}

function headerIndex(before: readonly FileRow[]): number | undefined {
  let best: { index: number; named: number } | undefined;
  for (const [index, row] of before.entries()) {
    const named = countNamed(row.cells);
    // The lower of two equals: "Date,…" of a summary stands above the table.
    if (named >= 2 && named >= (best?.named ?? 0)) best = { index, named };
  }
  if (best) return best.index;
  // Names in a language that we do not know: the row right above the data, all words.
  const last = before.at(-1);
  const words = last?.cells.filter((cell) => /\p{L}/u.test(cell)) ?? [];
  return words.length >= 2 ? before.length - 1 : undefined;
}

function looksLikeData(row: FileRow): boolean {
  const dates = row.cells.map((_, index) => readDate(cellText(row, index)).kind !== "none");
  const amounts = row.cells.map(
    (_, index) => !dates[index] && amountParts(cellText(row, index)) !== undefined,
  );
  return dates.includes(true) && amounts.includes(true);
}

/** Rows of data may be wider than the header (a comma at the end of each), and footers much narrower. */
function widthOf(header: FileRow | null, rows: readonly FileRow[]): number {
  const widths = rows.slice(0, SEARCHED_ROWS).map(({ cells }) => cells.length);
  return Math.max(header?.cells.length ?? 0, ...widths);
}

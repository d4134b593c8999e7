import Papa from "papaparse";
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from "../contract/imports";
import { countNamed } from "../domain/import/column-names";
import { AppError } from "../errors";

export type TableText = {
  delimiter: string;
  rows: { line: number; cells: string[] }[];
  /** Rows whose quotation marks are broken; their cells cannot be told apart. */
  broken: { line: number; text: string; reason: string }[];
};

/** Of two that fit equally, the one that makes more columns: "1,50;2,00" has commas too. */
const DELIMITERS = [";", "\t", ",", "|"] as const;
const SAMPLE_ROWS = 200;

/**
 * Cells of a CSV text, with the line on which each row begins (a quoted cell may hold line ends). Blank lines come as
 * rows of one empty cell.
 * @param text line ends must be `\n`
 * @throws {AppError} `too_large` for more rows or columns than an import may have
 */
export function readTable(text: string): TableText {
  // Excel's own hint, on a line of its own.
  const hint = /^sep=(.)\n/i.exec(text)?.[1];
  const delimiter = hint ?? chooseDelimiter(text);
  const { data, errors } = parse(hint ? `\n${text.slice(6)}` : text, delimiter);
  const quoteProblems = new Map(
    errors.flatMap(({ type, code, row }) => (type === "Quotes" ? [[row, code]] : [])),
  );
  const table: TableText = { delimiter, rows: [], broken: [] };
  let line = 1;
  for (const [index, cells] of data.entries()) {
    const code = quoteProblems.get(index);
    if (code)
      table.broken.push({ line, text: cells.join(" ").slice(0, 160), reason: QUOTES[code] ?? QUOTES.any });
    else table.rows.push({ line, cells });
    line += 1 + lineEnds(cells);
  }
  refuseTooLarge(table);
  return table;
}

const QUOTES: Record<string, string> & { any: string } = {
  MissingQuotes: "A quotation mark is opened here and never closed, so the rest of the file cannot be read.",
  any: "Its quotation marks are broken.",
};

function parse(text: string, delimiter: string, preview = 0) {
  return Papa.parse<string[]>(text, { delimiter, preview, newline: "\n", skipEmptyLines: false });
}

type Fit = { delimiter: string; named: number; rows: number; width: number };

/** By which a row names the most columns of ours; else by which most rows have the same number of cells, above one. */
function chooseDelimiter(text: string): string {
  const fits = DELIMITERS.map((delimiter) => fitOf(text, delimiter));
  const [best] = fits.sort((a, b) => b.named - a.named || b.rows - a.rows || b.width - a.width);
  return best && best.width > 1 ? best.delimiter : ",";
}

function fitOf(text: string, delimiter: string): Fit {
  const rows = parse(text, delimiter, SAMPLE_ROWS).data.filter(({ length }) => length > 1);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const named = Math.max(0, ...rows.map((cells) => countNamed(cells)));
  return { delimiter, named: named > 1 ? named : 0, rows: count, width };
}

const lineEnds = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);

function refuseTooLarge({ rows }: TableText): void {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length > MAX_IMPORT_ROWS + 100) {
    throw new AppError(
      "too_large",
      `The file has more than ${MAX_IMPORT_ROWS.toLocaleString("en-US")} rows. Export shorter periods and import them one after the other.`,
    );
  }
  if (filled.some(({ cells }) => cells.length > MAX_IMPORT_COLUMNS)) {
    throw new AppError("too_large", `The file has rows with more than ${MAX_IMPORT_COLUMNS} columns.`);
  }
}

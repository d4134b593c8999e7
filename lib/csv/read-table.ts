import Papa from "papaparse";
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from "../contract/imports";
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

/** How many rows have the most common number of cells, if that is more than one. */
function chooseDelimiter(text: string): string {
  let best = { delimiter: ",", rows: 0, width: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const { length } of parse(text, delimiter, SAMPLE_ROWS).data) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    for (const [width, rows] of counts) {
      if (rows > best.rows || (rows === best.rows && width > best.width)) best = { delimiter, rows, width };
    }
  }
  return best.delimiter;
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

/** Tells programs that a file is UTF-8; Excel would not know. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Lines as a file of their own. */
export async function* csvFile(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  yield* lines;
}

/** Spreadsheets take a text that begins so for a formula, which may send data away (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * One line of a CSV file by RFC 4180, with its end. A text that a spreadsheet would run gets an apostrophe before it; numbers
 * stay numbers.
 */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(toCell).join(",")}\r\n`;

function toCell(value: string | number): string {
  if (typeof value === "number" || DECIMAL.test(value)) return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

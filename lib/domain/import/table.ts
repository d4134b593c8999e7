/** A row of a file: its cells as text, and the line it begins on, from 1. */
export type FileRow = { line: number; cells: readonly string[] };

/** Text of a cell: without what spreadsheets and banks wrap around it (`="0012"`), one line, no outer spaces. */
export function cellText(row: FileRow, column: number | null): string {
  if (column === null) return "";
  const text = cleanText(row.cells[column] ?? "");
  return /^="(.*)"$/.exec(text)?.[1]?.trim() ?? text;
}

/**
 * Text from a file is untrusted: control characters (Postgres refuses NUL) and those that turn the direction of writing
 * round go, and so do soft hyphens and zero-width marks.
 */
function cleanText(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .trim();
}

export const isBlank = (row: FileRow): boolean => row.cells.every((cell) => cleanText(cell) === "");

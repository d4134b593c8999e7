/**
 * A Markdown table that is still being written jumps with each character. Rows are shown when they are whole, and the
 * table when its header and the line below it are there. Text without a table at its end is returned as it is.
 */
export function holdBackTable(markdown: string): string {
  const lines = markdown.split("\n");
  let firstRow = lines.length;
  // The part after the last line break is empty when the last row is whole.
  if (lines.at(-1) === "") firstRow -= 1;
  while (firstRow > 0 && isRow(lines[firstRow - 1])) firstRow -= 1;
  const rows = lines.slice(firstRow);
  if (!rows.some(isRow)) return markdown;
  const whole = rows.slice(0, -1);
  const isTable = whole.length >= 2;
  return [...lines.slice(0, firstRow), ...(isTable ? whole : [])].join("\n");
}

const isRow = (line: string | undefined): boolean => line?.trimStart().startsWith("|") ?? false;

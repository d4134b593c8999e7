import { currencyInHeader } from "./column-names";
import type { Table } from "./find-header";
import { cellText } from "./table";

const SIGNS: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR" };
const SAMPLE_ROWS = 200;

/** The currency of a file: of its currency column, of the header of its amounts, or of a sign in them; null: it does not say. */
export function guessCurrency(
  table: Table,
  columns: { currency: number | null; amounts: readonly (number | null)[] },
): string | null {
  const rows = table.rows.slice(0, SAMPLE_ROWS);
  const stated = rows
    .map((row) => cellText(row, columns.currency).toUpperCase())
    .filter((text) => text !== "");
  const common = mostCommon(stated.map((text) => SIGNS[text] ?? text));
  if (common && /^[A-Z]{3}$/.test(common)) return common;
  const amounts = columns.amounts.filter((column) => column !== null);
  for (const column of amounts) {
    const inHeader = table.header && currencyInHeader(cellText(table.header, column));
    if (inHeader) return inHeader;
  }
  const signs = rows.flatMap((row) =>
    amounts.flatMap((column) => {
      const text = cellText(row, column);
      const code = /\b[A-Z]{3}\b/.exec(text)?.[0] ?? SIGNS[/[$€£¥₹]/.exec(text)?.[0] ?? ""];
      return code ? [code] : [];
    }),
  );
  return mostCommon(signs) ?? null;
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

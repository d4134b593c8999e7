import type { Table } from "./find-header";
import { amountParts } from "./read-amount";
import { readDate } from "./read-date";
import { cellText } from "./table";

const SAMPLE_ROWS = 400;

/** What the cells of one column look like, as shares of those that are not empty. */
export type ColumnFacts = {
  header: string;
  filled: number;
  dates: number;
  amounts: number;
  /** Amounts with decimals: cheque and card numbers have none. */
  decimals: number;
  negatives: number;
  letters: number;
  averageLength: number;
  values: string[];
};

export function columnFacts(table: Table): ColumnFacts[] {
  const rows = table.rows.slice(0, SAMPLE_ROWS);
  return Array.from({ length: table.width }, (_, column) => {
    const values = rows.map((row) => cellText(row, column)).filter((value) => value !== "");
    const share = (holds: (value: string) => boolean) =>
      values.length === 0 ? 0 : values.filter(holds).length / values.length;
    return {
      header: table.header ? cellText(table.header, column) : "",
      filled: rows.length === 0 ? 0 : values.length / rows.length,
      dates: share((value) => readDate(value).kind !== "none"),
      amounts: share((value) => amountParts(value) !== undefined),
      decimals: share((value) => /\d[.,]\d{2,3}\b/.test(amountParts(value)?.digits ?? "")),
      negatives: share((value) => amountParts(value)?.isNegative ?? false),
      letters: share((value) => /\p{L}{2}/u.test(value)),
      averageLength: values.reduce((sum, value) => sum + value.length, 0) / Math.max(values.length, 1),
      values,
    };
  });
}

import type { TransactionLine } from "@/lib/contract/transactions";

/** A line on the screen. `index` counts rows only, from 0. */
type ListItem =
  | { kind: "day"; key: string; date: string }
  | { kind: "row"; key: string; row: TransactionLine; index: number };

/** Rows with the name of each day above its rows. */
export function toItems(rows: readonly TransactionLine[]): ListItem[] {
  const items: ListItem[] = [];
  let day = "";
  for (const [index, row] of rows.entries()) {
    if (row.date !== day) items.push({ kind: "day", key: row.date, date: row.date });
    day = row.date;
    items.push({ kind: "row", key: row.id, row, index });
  }
  return items;
}

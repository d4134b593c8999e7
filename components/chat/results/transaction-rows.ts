import type { Evidence, TransactionRow } from "../../../lib/contract/results/evidence";
import { formatDate } from "../../../lib/domain/calendar";
import { signed, type Table } from "./view";
import { noteOfCut } from "./words";

/** Transactions as every list shows them. `total`: how many there are, when not all are given. */
export const transactionTable = (
  rows: readonly TransactionRow[],
  total = rows.length,
  title = "Transactions",
): Table => ({
  title,
  columns: ["Date", "Name", "Category and account", "Amount"],
  rows: rows.map((row) => ({
    key: row.id,
    cells: [
      formatDate(row.date),
      `${row.merchant}${row.pending ? " (pending)" : ""}`,
      `${row.category} · ${row.account}`,
      signed(row.amount),
    ],
  })),
  ...noteOfCut(rows.length, total),
});

/** The rows behind a result, where it carries any. */
export const evidenceTables = ({ rows = [], rowCount }: Pick<Evidence, "rows" | "rowCount">): Table[] =>
  rows.length > 0 ? [transactionTable(rows, rowCount)] : [];

import type { TransactionResult } from "../../../lib/contract/results/transaction-result";
import { formatDate } from "../../../lib/domain/calendar";
import { type ResultView, signed, type Table } from "./view";
import { countRows } from "./words";

type Details = TransactionResult["transactions"][number];

export function viewTransaction({ transactions }: TransactionResult): ResultView {
  const [first] = transactions;
  const isOne = first !== undefined && transactions.length === 1;
  return {
    line: isOne
      ? `Looked at ${first.merchant}, ${formatDate(first.date)}`
      : `Looked at ${countRows(transactions.length)}`,
    tables: transactions.map(detailTable),
    notes: [],
  };
}

const detailTable = (row: Details): Table => ({
  title: `${row.merchant}, ${formatDate(row.date)}`,
  columns: ["What", "Value"],
  rows: [
    { key: row.id, cells: ["Amount", signed(row.amount)] },
    ...words(row).map(([label, text]) => ({ key: label, cells: [label, text] })),
  ],
});

function words(row: Details): [string, string][] {
  const all: [string, string | null][] = [
    ["Part of", row.partOf?.formatted ?? null],
    ["Bank's text", row.description],
    ["Category", row.isCategoryChosen ? `${row.category}, chosen by you` : row.category],
    ["Meaning", row.meaning],
    ["Account", `${row.account}${row.accountMask ? ` ··${row.accountMask}` : ""}, ${row.institution}`],
    ["Posted", row.pending ? "Still pending" : formatDate(row.postedDate)],
    ["Source", row.source === "file" ? "A file that you imported" : "Your bank"],
    ["Note", row.note],
    ["Tags", row.tags.join(", ") || null],
  ];
  return all.flatMap(([label, text]) => (text ? [[label, text] as [string, string]] : []));
}

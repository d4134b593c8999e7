import type { CashFlowResult } from "../../../lib/contract/results/cash-flow-result";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, type Table } from "./view";
import { countRows, within } from "./words";

type Flow = CashFlowResult["currencies"][number];

export const viewCashFlow = (result: CashFlowResult): ResultView => ({
  line: `Set income against spending in ${countRows(result.rowCount)}${within(result.period)}`,
  tables: [...result.currencies.map(monthTable), ...evidenceTables(result)],
  notes: filterNotes(result.filters),
});

const monthTable = (flow: Flow): Table => ({
  title: flow.currency,
  columns: ["Month", "Income", "Spending", "Left", "Saved"],
  rows: [
    ...flow.months.map((month) => ({
      key: month.month,
      cells: [month.isWhole ? month.label : `${month.label} (not whole)`, ...figuresOf(month)],
    })),
    ...(flow.averagePerMonth
      ? [{ key: "average", cells: ["Average of whole months", ...figuresOf(flow.averagePerMonth)] }]
      : []),
    { key: "total", cells: ["In all", ...figuresOf(flow)] },
  ],
});

const figuresOf = ({
  income,
  spending,
  net,
  savingsRate,
}: Omit<Flow, "months" | "averagePerMonth" | "currency" | "wholeMonths">) => [
  figure(income),
  figure(spending),
  figure(net),
  savingsRate?.formatted ?? "–",
];

import type { FlowSummary } from "../../../lib/contract/results/flow-summary";
import type { IncomeResult } from "../../../lib/contract/results/income-result";
import type { SpendingResult } from "../../../lib/contract/results/spending-result";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, type Table } from "./view";
import { count, countRows, noteOfCut, within } from "./words";

export const viewSpending = (result: SpendingResult): ResultView => ({
  line: `Added up ${countRows(result.rowCount)}${within(result.period)}`,
  ...behind(result),
});

export const viewIncome = (result: IncomeResult): ResultView => ({
  line: `Added up your income from ${countRows(result.rowCount)}${within(result.period)}`,
  ...behind(result),
});

const behind = (result: FlowSummary): Pick<ResultView, "tables" | "notes"> => ({
  tables: [totals(result), ...parts(result), ...averages(result), ...evidenceTables(result)],
  notes: filterNotes(result.filters),
});

const totals = ({ totals, rowCount }: FlowSummary): Table => ({
  title: "Total",
  columns: ["Total", "Amount"],
  rows: (rowCount === 0 ? [] : totals).map((amount) => ({
    key: amount.currency,
    cells: ["Total", figure(amount)],
  })),
});

const parts = ({ groupBy, groups, groupCount }: FlowSummary): Table[] =>
  groups.length === 0
    ? []
    : [
        {
          title: `By ${groupBy}`,
          columns: ["Part", "Transactions", "Share", "Amount"],
          rows: groups.map(({ key, label, rowCount, share, amount }) => ({
            key: `${key} ${amount.currency}`,
            cells: [label, countRows(rowCount), share?.formatted ?? "", figure(amount)],
          })),
          ...noteOfCut(groups.length, groupCount ?? groups.length),
        },
      ];

function averages({ statistics = [], averagedOver }: FlowSummary): Table[] {
  const rows = statistics.flatMap(({ currency, average, averagePerDay, averagePerMonth }) =>
    [
      { label: "Each", amount: average },
      { label: "A day", amount: averagePerDay },
      { label: "A month", amount: averagePerMonth },
    ].flatMap(({ label, amount }) =>
      amount === null ? [] : [{ key: `${currency} ${label}`, cells: [label, figure(amount)] }],
    ),
  );
  if (rows.length === 0) return [];
  const over = averagedOver
    ? { note: `Over ${count(averagedOver.days, "day")} and ${count(averagedOver.months, "whole month")}` }
    : {};
  return [{ title: "On average", columns: ["Per", "Amount"], rows, ...over }];
}

import type { UpcomingResult } from "../../../lib/contract/results/upcoming-result";
import { formatDate } from "../../../lib/domain/calendar";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, type Row, type Table, toRows } from "./view";
import { count, noteOfCut, within } from "./words";

export const viewUpcoming = (result: UpcomingResult): ResultView => ({
  line: `Looked at ${count(result.billCount, "bill")} to come${within(result.period)}`,
  tables: [
    paymentTable("Bills", result.bills, result.billCount),
    totalsTable(result),
    paymentTable("Income", result.income, result.income.length),
    ...evidenceTables(result),
  ],
  notes: filterNotes(result.filters),
});

const paymentTable = (title: string, payments: UpcomingResult["bills"], total: number): Table => ({
  title,
  columns: ["Date", "Name", "Account", "Amount"],
  rows: toRows(payments, ({ date, isOverdue, name, isEstimate, account, amount }) => [
    `${formatDate(date)}${isOverdue ? ", late" : ""}`,
    `${name}${isEstimate ? " (about)" : ""}`,
    account,
    figure(amount),
  ]),
  ...noteOfCut(payments.length, total),
});

function totalsTable({ totals, overdueTotals, incomeTotals, untilNextIncome }: UpcomingResult): Table {
  const sums = [
    ...totals.map((amount) => ["All bills", amount] as const),
    ...overdueTotals.map((amount) => ["Of these, late", amount] as const),
    ...incomeTotals.map((amount) => ["Income expected", amount] as const),
    ...(untilNextIncome?.billTotals ?? []).map(
      (amount) => [`Bills before ${untilNextIncome?.name ?? "income"}`, amount] as const,
    ),
  ];
  const rows: Row[] = toRows(sums, ([label, amount]) => [label, figure(amount)]);
  return { title: "In all", columns: ["Of", "Amount"], rows };
}

import type { LiabilitiesResult } from "../../../lib/contract/results/liabilities-result";
import { filterNotes } from "./filter-notes";
import { figure, type ResultView, toRows } from "./view";
import { count, dateOrNothing } from "./words";

export const viewLiabilities = (result: LiabilitiesResult): ResultView => ({
  line: `Looked at ${count(result.liabilities.length, "debt")}`,
  tables: [
    {
      title: "Debts",
      columns: ["Debt", "Bank", "Due", "Yearly rate", "Minimum", "Owed"],
      rows: result.liabilities.map((debt) => ({
        key: debt.accountId,
        cells: [
          `${debt.name}${debt.mask ? ` ··${debt.mask}` : ""}`,
          debt.institution,
          `${dateOrNothing(debt.dueDate)}${debt.isOverdue ? ", overdue" : ""}`,
          figure(debt.yearlyRate),
          figure(debt.minimumPayment),
          figure(debt.owed),
        ],
      })),
    },
    {
      title: "In all",
      columns: ["Cards used", "Interest a month", "Minimums", "Owed"],
      rows: toRows(result.totals, ({ cards, monthlyInterest, minimumPayments, owed }) => [
        cards ? `${cards.utilisation.formatted} of ${cards.limit.formatted}` : "–",
        figure(monthlyInterest),
        figure(minimumPayments),
        figure(owed),
      ]),
    },
  ],
  notes: filterNotes(result.filters),
});

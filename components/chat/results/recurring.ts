import type { RecurringResult } from "../../../lib/contract/results/recurring-result";
import { formatDate } from "../../../lib/domain/calendar";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, toRows } from "./view";
import { count, dateOrNothing, fromCode, noteOfCut } from "./words";

export const viewRecurring = (result: RecurringResult): ResultView => ({
  line: `Looked at ${count(result.seriesCount, "recurring payment")}`,
  tables: [
    {
      title: "In all, of what goes on",
      columns: ["Direction", "A month", "A year"],
      rows: toRows(result.totals, ({ direction, perMonth, perYear }) => [
        direction === "in" ? "Comes in" : "Goes out",
        figure(perMonth),
        figure(perYear),
      ]),
    },
    {
      title: "Recurring payments",
      columns: ["Name", "How often", "Next", "Usual amount", "A year"],
      rows: result.series.map((one) => ({
        key: one.id,
        cells: [
          one.name,
          `${fromCode(one.cadence)}${one.status === "ended" ? ", ended" : ""}`,
          one.isOverdue && one.nextDate ? `${formatDate(one.nextDate)}, late` : dateOrNothing(one.nextDate),
          figure(one.amount),
          one.perYear ? figure(one.perYear) : "–",
        ],
      })),
      ...noteOfCut(result.series.length, result.seriesCount),
    },
    {
      title: "Price changes",
      columns: ["Name", "Since", "Before", "After"],
      rows: toRows(
        result.series.flatMap(({ name, priceChanges }) =>
          priceChanges.map((change) => ({ name, ...change })),
        ),
        ({ name, date, from, to }) => [name, formatDate(date), figure(from), figure(to)],
      ),
    },
    ...evidenceTables(result),
  ],
  notes: filterNotes(result.filters),
});

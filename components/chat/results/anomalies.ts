import type { AnomaliesResult } from "../../../lib/contract/results/anomalies-result";
import { formatDate } from "../../../lib/domain/calendar";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, toRows } from "./view";
import { countRows, noteOfCut, within } from "./words";

export const viewAnomalies = (result: AnomaliesResult): ResultView => ({
  line: `Looked for anything unusual in ${countRows(result.rowCount)}${within(result.period)}`,
  tables: [
    {
      title: "Unusual",
      columns: ["Date", "Name", "Why", "Usual", "Amount"],
      rows: toRows(result.anomalies, ({ date, name, reason, usual, amount }) => [
        formatDate(date),
        name,
        reason,
        usual ? figure(usual) : "–",
        figure(amount),
      ]),
      ...noteOfCut(result.anomalies.length, result.anomalyCount),
    },
    ...evidenceTables(result),
  ],
  notes: filterNotes(result.filters),
});

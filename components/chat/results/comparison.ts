import type { ComparisonResult } from "../../../lib/contract/results/comparison-result";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, type Row } from "./view";
import { formatRange, noteOfCut } from "./words";

const METRICS = { spending: "spending", income: "income", net: "what was left" };

type Change = ComparisonResult["totals"][number];

export function viewComparison(result: ComparisonResult): ResultView {
  const [now, before] = [formatRange(result.period), formatRange(result.against)];
  const columns = ["Of", before, now, "Change", "Percent"];
  return {
    line: `Compared ${METRICS[result.metric]} of ${now} with ${before}`,
    tables: [
      {
        title: "In all",
        columns,
        rows: result.totals.map((total) => changeRow(total.now.currency, "Total", total)),
      },
      {
        title: `By ${result.groupBy}`,
        columns,
        rows: result.groups.map((group) =>
          changeRow(`${group.key} ${group.now.currency}`, group.label, group),
        ),
        ...noteOfCut(result.groups.length, result.groupCount),
      },
      ...evidenceTables(result),
    ],
    notes: [
      ...(result.isSameDays ? ["The same days of both periods, because one of them is not over."] : []),
      ...filterNotes(result.filters),
    ],
  };
}

const changeRow = (key: string, label: string, { before, now, change, percent }: Change): Row => ({
  key,
  cells: [label, figure(before), figure(now), figure(change), percent?.formatted ?? "–"],
});

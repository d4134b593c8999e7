import type { ChartResult } from "../../../lib/contract/results/chart-result";
import { type Cell, figure, plainNumber, type ResultView, toRows } from "./view";
import { noteOfCut, within } from "./words";

type Point = ChartResult["points"][number];

/** The table that says what the drawing shows. */
export const viewChart = (result: ChartResult): ResultView => ({
  line: `Drew ${result.title}${within(result.period)}`,
  tables: [
    {
      title: result.title,
      columns: ["Of", "Value"],
      rows: toRows(result.points, (point) => [point.label, cellOf(point)]),
      ...noteOfCut(result.points.length, result.pointCount),
    },
  ],
  notes: [],
});

const cellOf = ({ money, percent, value }: Point): Cell =>
  value === undefined ? figure(money ?? percent) : plainNumber(value);

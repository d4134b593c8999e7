"use client";

import type { ChartResult } from "../../lib/contract/results/chart-result";
import { BarChart } from "../chart/bar-chart";
import { ChartFigure } from "../chart/chart-figure";
import { DonutChart } from "../chart/donut-chart";
import { LineChart } from "../chart/line-chart";
import { axisFormat, canBeDonut, toMarks } from "../chart/marks";
import { viewResult } from "./results/view-result";
import { formatRange } from "./results/words";
import { ToolDetails } from "./tool-details";

/** A drawing inside an answer. */
export function ResultChart({ result, timeZone }: { result: ChartResult; timeZone: string }) {
  const [table] = viewResult(result).tables;
  const details = <ToolDetails result={result} timeZone={timeZone} />;
  if (!table) return details;
  return (
    <ChartFigure
      title={result.title}
      subtitle={result.period ? formatRange(result.period) : undefined}
      table={table}
      details={details}
      className="my-3"
    >
      <Drawing result={result} />
    </ChartFigure>
  );
}

function Drawing({ result: { chart, title, points } }: { result: ChartResult }) {
  const marks = toMarks(points);
  if (chart === "line") return <LineChart title={title} marks={marks} format={axisFormat(points)} />;
  if (chart === "donut" && canBeDonut(marks)) return <DonutChart marks={marks} />;
  return <BarChart marks={marks} />;
}

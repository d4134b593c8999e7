"use client";

import { ChartNoAxesColumnIcon, TableIcon } from "lucide-react";
import { useId, useState } from "react";
import type { ChartResult } from "../../../lib/contract/results/chart-result";
import { Button } from "../../ui/button";
import { DataTable } from "../result-table";
import { viewResult } from "../results/view-result";
import { formatRange } from "../results/words";
import { ToolDetails } from "../tool-details";
import { BarChart } from "./bar-chart";
import { DonutChart } from "./donut-chart";
import { LineChart } from "./line-chart";
import { axisFormat, canBeDonut, toMarks } from "./marks";

/** A drawing inside an answer. Screen readers get its table; everybody else can have it too. */
export function ResultChart({ result, timeZone }: { result: ChartResult; timeZone: string }) {
  const [isTable, setTable] = useState(false);
  const title = useId();
  const [table] = viewResult(result).tables;
  return (
    <figure aria-labelledby={title} className="my-3 rounded-2xl border bg-card p-4">
      <figcaption className="mb-3 flex items-start justify-between gap-3">
        <span id={title} className="font-medium text-sm">
          {result.title}
          {result.period && (
            <span className="block font-normal text-muted-foreground text-xs">
              {formatRange(result.period)}
            </span>
          )}
        </span>
        {table && (
          <Button variant="ghost" size="sm" className="-mt-1 -mr-2" onClick={() => setTable(!isTable)}>
            {isTable ? <ChartNoAxesColumnIcon aria-hidden /> : <TableIcon aria-hidden />}
            {isTable ? "Show as chart" : "Show as table"}
          </Button>
        )}
      </figcaption>
      {isTable || !table ? (
        <ToolDetails result={result} timeZone={timeZone} />
      ) : (
        <>
          <Drawing result={result} />
          {table.note && <p className="mt-2 text-muted-foreground text-xs">{table.note}</p>}
          <div className="sr-only">
            <DataTable table={table} isCaptioned={false} />
          </div>
        </>
      )}
    </figure>
  );
}

function Drawing({ result: { chart, title, points } }: { result: ChartResult }) {
  const marks = toMarks(points);
  if (chart === "line") return <LineChart title={title} marks={marks} format={axisFormat(points)} />;
  if (chart === "donut" && canBeDonut(marks)) return <DonutChart marks={marks} />;
  return <BarChart marks={marks} />;
}

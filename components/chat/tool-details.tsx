"use client";

import type { ToolResult } from "../../lib/contract/tool-result";
import { describeDefinition } from "../../lib/domain/definitions";
import { formatMoment } from "../format-moment";
import { ResultTable } from "./result-table";
import { viewResult } from "./results/view-result";

/** What stands behind a number: the rows, the rule and how fresh the bank's data is. */
export function ToolDetails({ result, timeZone }: { result: ToolResult; timeZone: string }) {
  const { tables, notes } = viewResult(result);
  return (
    <div className="overflow-hidden rounded-xl border bg-card text-[13px]">
      {tables.map((table) => (
        <ResultTable
          key={`${table.title} ${table.rows[0]?.key}`}
          table={table}
          isCaptioned={tables.length > 1}
        />
      ))}
      {tables.length === 0 && <p className="px-3.5 py-3 text-muted-foreground">Nothing matched.</p>}
      <div className="space-y-1 bg-muted/50 px-3.5 py-2.5 text-muted-foreground text-xs leading-relaxed">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{describeDefinition(result.definition)}</p>
        {result.caveats?.map((caveat) => (
          <p key={caveat} className="text-caution">
            {caveat}
          </p>
        ))}
        {result.asOf && <p>Bank data as of {formatMoment(result.asOf, timeZone)}.</p>}
      </div>
    </div>
  );
}

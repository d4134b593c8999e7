"use client";

import type { GroundedNumber, GroundingMatch } from "../../lib/contract/grounding";
import type { ToolResult } from "../../lib/contract/tool-result";
import { describePlace } from "./describe-place";
import { ResultTable } from "./result-table";
import { transactionTable } from "./results/transaction-rows";
import { viewResult } from "./results/view-result";
import { ToolDetails } from "./tool-details";

type NumberOriginProps = {
  number: GroundedNumber;
  match: GroundingMatch;
  result: ToolResult | null;
  timeZone: string;
};

/** How a number was computed: what it is of, by which rule, from which rows and how fresh they are. */
export function NumberOrigin({ number, match, result, timeZone }: NumberOriginProps) {
  if (result === null) {
    return <p>This number was checked, but this page is too old to show how. Reload it to see more.</p>;
  }
  const place = describePlace(result, match.path);
  const ids = new Set(match.rowIds);
  const rows = (result.rows ?? []).filter(({ id }) => ids.has(id));
  return (
    <div className="space-y-3">
      <div>
        <h2 className="font-semibold text-sm">How this was computed</h2>
        <p className="text-muted-foreground text-xs leading-relaxed">
          {place && `${place}, ${number.value}. `}
          {viewResult(result).line}.
        </p>
      </div>
      {rows.length > 0 && (
        <div className="overflow-hidden rounded-xl border bg-card text-[13px]">
          <ResultTable table={transactionTable(rows, rows.length, "What this number is of")} isCaptioned />
        </div>
      )}
      <ToolDetails result={result} timeZone={timeZone} />
    </div>
  );
}

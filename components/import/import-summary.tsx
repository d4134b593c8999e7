import type { ReactNode } from "react";
import type { ImportPreview } from "@/lib/contract/imports";
import { formatDate } from "@/lib/domain/calendar";
import { selectedTotals } from "@/lib/domain/import/selected-totals";
import { formatMoney } from "@/lib/domain/money";
import { formatPeriod } from "@/lib/domain/period";
import type { ImportDraft } from "./use-import";

type ImportSummaryProps = { preview: ImportPreview; choices: ImportDraft["choices"] };

/** What would be stored, in numbers; follows the ticks. */
export function ImportSummary({ preview, choices }: ImportSummaryProps) {
  const { counts, currency, period, balance } = preview;
  const { count, inMinor, outMinor } = selectedTotals(preview, choices);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-xl bg-muted/50 px-4 py-3.5 text-sm sm:grid-cols-4">
      <Fact label="To import">{count.toLocaleString("en-US")}</Fact>
      <Fact label="Money in">{formatMoney(inMinor, currency)}</Fact>
      <Fact label="Money out">{formatMoney(outMinor, currency)}</Fact>
      <Fact label="Duplicates">{counts.duplicates.toLocaleString("en-US")}</Fact>
      {period && (
        <div className="col-span-2">
          <Fact label="Period">{formatPeriod(period)}</Fact>
        </div>
      )}
      {balance && (
        <div className="col-span-2">
          <Fact label={`Balance on ${formatDate(balance.date)}`}>{balance.money.formatted}</Fact>
        </div>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  );
}

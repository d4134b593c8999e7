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
        <Fact label="Period" isWide>
          {formatPeriod(period)}
        </Fact>
      )}
      {balance && (
        <Fact label={`Balance on ${formatDate(balance.date)}`} isWide>
          {balance.money.formatted}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, isWide, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? "col-span-2" : undefined}>
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  );
}

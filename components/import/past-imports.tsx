import { formatMoment } from "@/components/format-moment";
import { Card } from "@/components/ui/card";
import type { ImportView } from "@/lib/contract/imports";
import type { ImportActions } from "./import-actions";
import { UndoButton } from "./undo-button";

type PastImportsProps = {
  imports: ImportView[];
  timeZone: string;
  /** Null for people who may not change anything. */
  undo: ImportActions["undo"] | null;
};

/** Each import can be taken back, however long ago it was. */
export function PastImports({ imports, timeZone, undo }: PastImportsProps) {
  return (
    <Card className="overflow-hidden">
      <section aria-label="Past imports">
        <h2 className="px-5 pt-4 pb-3 font-semibold text-base tracking-tight">Past imports</h2>
        <ul className="divide-y border-t">
          {imports.map(({ id, fileName, institutionName, accountName, rowCount, importedAt }) => (
            <li key={id} className="flex items-center justify-between gap-4 px-5 py-3.5">
              <div className="min-w-0">
                <p className="truncate font-medium text-[0.9375rem]">{fileName}</p>
                <p className="text-muted-foreground text-sm">
                  {rowCount === 1 ? "1 row" : `${rowCount.toLocaleString("en-US")} rows`} to {institutionName}
                  : {accountName} · {formatMoment(importedAt, timeZone)}
                </p>
              </div>
              {undo && <UndoButton importId={id} undo={undo} label={`Undo the import of ${fileName}`} />}
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}

import { cn } from "@/components/ui/cn";
import type { DuplicateReason, ImportPreview, ImportRowView } from "@/lib/contract/imports";
import { formatDate } from "@/lib/domain/calendar";
import type { ImportDraft } from "./use-import";

const REASONS: Record<DuplicateReason, string> = {
  imported: "Already imported",
  similar: "An imported row of that day has the same amount",
  bank: "The connected bank has it already",
  bank_will: "The connected bank brings this day itself",
};

type RowListProps = {
  preview: ImportPreview;
  choices: ImportDraft["choices"];
  onChange: (choices: ImportDraft["choices"]) => void;
};

/** Rows as they would be stored. Ticked rows are imported; duplicates come unticked. */
export function RowList({ preview, choices, onChange }: RowListProps) {
  const [include, exclude] = [new Set(choices.include), new Set(choices.exclude)];
  const hidden = preview.counts.fresh + preview.counts.duplicates - preview.rows.length;
  const toggle = ({ line, duplicate }: ImportRowView) => {
    const set = duplicate ? include : exclude;
    if (!set.delete(line)) set.add(line);
    onChange({ include: [...include], exclude: [...exclude] });
  };
  return (
    <div className="overflow-hidden rounded-xl border">
      <ul aria-label="Rows of the file" className="scrollbar-quiet max-h-[28rem] divide-y overflow-y-auto">
        {preview.rows.map((row) => (
          <PreviewRow
            key={row.line}
            row={row}
            isTaken={row.duplicate ? include.has(row.line) : !exclude.has(row.line)}
            onToggle={() => toggle(row)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="border-t bg-muted/40 px-4 py-2.5 text-muted-foreground text-xs">
          And {hidden.toLocaleString("en-US")} more rows of the same kinds.
        </p>
      )}
    </div>
  );
}

function PreviewRow({
  row,
  isTaken,
  onToggle,
}: {
  row: ImportRowView;
  isTaken: boolean;
  onToggle: () => void;
}) {
  const { line, date, merchant, description, categoryLabel, amount, duplicate } = row;
  return (
    <li>
      <label className="flex cursor-pointer items-start gap-3 px-4 py-3 text-sm hover:bg-muted/50 has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:-outline-offset-2">
        <input
          type="checkbox"
          checked={isTaken}
          onChange={onToggle}
          aria-label={`Import line ${line}: ${merchant}, ${formatDate(date)}, ${amount.formatted}`}
          className="mt-0.5 size-4 shrink-0 accent-primary focus-visible:outline-none"
        />
        <span className={cn("min-w-0 flex-1", !isTaken && "text-muted-foreground")}>
          <span className="block truncate font-medium">{merchant}</span>
          <span className="block truncate text-muted-foreground text-xs">
            {formatDate(date)} · {categoryLabel}
            {description !== merchant && ` · ${description}`}
          </span>
          {duplicate && <span className="block text-caution text-xs">{REASONS[duplicate]}</span>}
        </span>
        <span
          className={cn("amount shrink-0 font-medium", amount.amountMinor > 0 && isTaken && "text-positive")}
        >
          {amount.formatted}
        </span>
      </label>
    </li>
  );
}

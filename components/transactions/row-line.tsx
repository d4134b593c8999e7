import { SplitIcon, StickyNoteIcon } from "lucide-react";
import { memo } from "react";
import { cn } from "@/components/ui/cn";
import type { TransactionLine } from "@/lib/contract/transactions";
import { categoryLabel } from "@/lib/domain/categories";
import { GridCell } from "./grid-parts";

type RowLineProps = {
  row: TransactionLine;
  isSelected: boolean;
  onSelect: (row: TransactionLine, isRange: boolean) => void;
};

/** The cells of one transaction. On a phone category and account stand below the name. */
export const RowLine = memo(function RowLine({ row, isSelected, onSelect }: RowLineProps) {
  const { merchant, amount, flow, pending, tags, hasNote, partOf } = row;
  const category = categoryLabel(row.category);
  const counts = flow === "income" || flow === "spending";
  return (
    <>
      <GridCell className="grid w-11 shrink-0 place-items-center self-stretch">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${merchant}, ${amount.formatted}`}
          checked={isSelected}
          onChange={() => undefined}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(row, event.shiftKey);
          }}
          className="size-4 cursor-pointer accent-primary"
        />
      </GridCell>
      <GridCell className="min-w-0 flex-[2]">
        <p className="flex items-center gap-2">
          <span className={cn("truncate font-medium text-sm", pending && "italic")}>{merchant}</span>
          {pending && <Badge>Pending</Badge>}
          {partOf && (
            <SplitIcon
              aria-label={`Part of ${partOf.whole.formatted}`}
              className="size-3.5 shrink-0 opacity-60"
            />
          )}
          {hasNote && <StickyNoteIcon aria-label="Has a note" className="size-3.5 shrink-0 text-caution" />}
          {tags.slice(0, 2).map((tag) => (
            <Badge key={tag} className="max-md:hidden">
              {tag}
            </Badge>
          ))}
          {tags.length > 2 && <Badge className="max-md:hidden">+{tags.length - 2}</Badge>}
        </p>
        <p className="truncate text-muted-foreground text-xs md:hidden">
          {category} · {row.account}
        </p>
      </GridCell>
      <GridCell className="flex-1 truncate text-muted-foreground text-sm max-md:hidden">{category}</GridCell>
      <GridCell className="flex-1 truncate text-muted-foreground text-sm max-lg:hidden">
        {row.account}
      </GridCell>
      <GridCell
        className={cn(
          "amount w-32 shrink-0 pr-4 text-right text-sm max-sm:w-auto max-sm:pl-2",
          counts ? "font-medium" : "text-muted-foreground",
          counts && amount.amountMinor > 0 && "text-positive",
        )}
      >
        {amount.amountMinor > 0 ? `+${amount.formatted}` : amount.formatted}
      </GridCell>
    </>
  );
});

function Badge({ className, children }: { className?: string; children: React.ReactNode }) {
  return (
    <span
      className={cn(
        "max-w-28 shrink-0 truncate rounded-full bg-secondary px-2 py-0.5 text-[11px] text-secondary-foreground",
        className,
      )}
    >
      {children}
    </span>
  );
}

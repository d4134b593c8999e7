"use client";

import { ArrowLeftRightIcon, TagIcon, TagsIcon, XIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { MAX_CHANGED_ROWS, type RowChange } from "@/lib/contract/transactions";
import { CategoryPicker } from "./category-picker";
import { TagField } from "./tag-field";

type BulkBarProps = {
  count: number;
  /** How many match the search; undefined while they are being counted. */
  rowCount: number | undefined;
  isAll: boolean;
  canEdit: boolean;
  isBusy: boolean;
  onChange: (change: RowChange) => void;
  onSelectAll: () => void;
  onClear: () => void;
};

/** What can be done with the rows that are selected. */
export function BulkBar(props: BulkBarProps) {
  const { count, rowCount, isAll, canEdit, isBusy, onChange, onSelectAll, onClear } = props;
  const isTooMany = count > MAX_CHANGED_ROWS;
  const isDisabled = isBusy || isTooMany;
  return (
    <div
      role="toolbar"
      aria-label="Selected transactions"
      className="flex min-h-11 flex-wrap items-center gap-1 rounded-xl border border-primary/40 bg-accent px-2 py-1 text-accent-foreground text-sm"
    >
      <p aria-live="polite" className="amount px-2 font-medium">
        {count.toLocaleString("en-US")} selected
      </p>
      {!isAll && rowCount !== undefined && count < rowCount && (
        <Button variant="link" size="sm" onClick={onSelectAll}>
          Select all {rowCount.toLocaleString("en-US")}
        </Button>
      )}
      <span className="flex-1" />
      {!canEdit && <p className="px-2 text-xs">The demo is shared: nothing can be changed in it.</p>}
      {isTooMany && canEdit && (
        <p className="px-2 text-xs">
          At most {MAX_CHANGED_ROWS.toLocaleString("en-US")} at once. Narrow the search.
        </p>
      )}
      {canEdit && (
        <>
          <CategoryPicker onPick={(category) => onChange({ kind: "category", category })}>
            <Button variant="ghost" size="sm" disabled={isDisabled} className="text-accent-foreground">
              <TagIcon aria-hidden /> Category
            </Button>
          </CategoryPicker>
          <Button
            variant="ghost"
            size="sm"
            disabled={isDisabled}
            className="text-accent-foreground"
            onClick={() => onChange({ kind: "category", category: "transfer" })}
          >
            <ArrowLeftRightIcon aria-hidden /> Transfer
          </Button>
          <Popover>
            <PopoverTrigger asChild>
              <Button variant="ghost" size="sm" disabled={isDisabled} className="text-accent-foreground">
                <TagsIcon aria-hidden /> Tag
              </Button>
            </PopoverTrigger>
            <PopoverContent align="end" className="w-72 p-3">
              <TagField isBusy={isBusy} onAdd={(tag) => onChange({ kind: "tags", add: [tag], remove: [] })} />
            </PopoverContent>
          </Popover>
        </>
      )}
      <Button variant="ghost" size="icon-sm" aria-label="Clear the selection" onClick={onClear}>
        <XIcon />
      </Button>
    </div>
  );
}

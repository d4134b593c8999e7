"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { DaySum, TransactionLine } from "@/lib/contract/transactions";
import { DayLine } from "./day-line";
import { Grid, GridCell, GridRow, GridRows } from "./grid-parts";
import { toItems } from "./list-items";
import { RowLine } from "./row-line";
import { isSelected, type Selection } from "./selection";

type TransactionGridProps = {
  rows: readonly TransactionLine[];
  days: ReadonlyMap<string, DaySum>;
  /** How many rows match; undefined while they are being counted. */
  rowCount: number | undefined;
  hasMore: boolean;
  isBusy: boolean;
  selection: Selection;
  /** Index of the row that the keys are about; -1: none. */
  active: number;
  gridRef: RefObject<HTMLDivElement | null>;
  onSelect: (row: TransactionLine, isRange: boolean) => void;
  onOpen: (row: TransactionLine) => void;
  onNearEnd: () => void;
  /** What stands below the last row. */
  children: React.ReactNode;
};

const ROW_HEIGHT = 56;
const DAY_HEIGHT = 40;
/** Rows below the last one on the screen when more are asked for. */
const AHEAD = 60;

const rowId = (id: string): string => `transaction-${id}`;

/** A list of any length: only what is on the screen is drawn. The grid keeps the focus and names the active row. */
export function TransactionGrid(props: TransactionGridProps) {
  const { rows, days, rowCount, hasMore, isBusy, selection, active, gridRef, onSelect, onOpen, onNearEnd } =
    props;
  const items = useMemo(() => toItems(rows), [rows]);
  const places = useMemo(() => items.flatMap((item, place) => (item.kind === "row" ? [place] : [])), [items]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => gridRef.current,
    estimateSize: (index) => (items[index]?.kind === "day" ? DAY_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    // The server draws the first rows, too.
    initialRect: { width: 1024, height: 720 },
    useFlushSync: false,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastDrawn >= items.length - AHEAD) onNearEnd();
  }, [hasMore, lastDrawn, items.length, onNearEnd]);

  // Rows change their heights (a day comes between) when the list does.
  const scroll = useRef(virtualizer);
  scroll.current = virtualizer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for other items
  useEffect(() => scroll.current.measure(), [items]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the keys, not the rows that arrive
  useEffect(() => {
    const place = places[active];
    if (place !== undefined) scroll.current.scrollToIndex(active === 0 ? 0 : place, { align: "auto" });
  }, [active]);

  const activeRow = rows[active];
  return (
    <Grid
      ref={gridRef}
      tabIndex={0}
      aria-label="Transactions"
      aria-multiselectable
      aria-rowcount={rowCount ?? -1}
      aria-busy={isBusy}
      aria-activedescendant={
        activeRow && drawn.some(({ index }) => index === places[active]) ? rowId(activeRow.id) : undefined
      }
      className="scrollbar-quiet group min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 outline-offset-[-2px] md:px-6"
    >
      <GridRows className="relative mx-auto max-w-5xl" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start, size, key }) => {
          const item = items[index];
          if (!item) return null;
          const place = { height: size, transform: `translateY(${start}px)` };
          if (item.kind === "day") {
            return (
              <GridRow key={key} className="absolute inset-x-0 top-0" style={place}>
                <DayLine date={item.date} day={days.get(item.date)} />
              </GridRow>
            );
          }
          const chosen = isSelected(selection, item.row.id);
          return (
            <GridRow
              key={key}
              id={rowId(item.row.id)}
              aria-rowindex={item.index + 1}
              aria-selected={chosen}
              onClick={() => onOpen(item.row)}
              className={cn(
                "absolute inset-x-0 top-0 flex cursor-pointer items-center border-t bg-card hover:bg-muted/60",
                chosen && "bg-accent hover:bg-accent",
                item.index === active &&
                  "group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-ring",
              )}
              style={place}
            >
              <RowLine row={item.row} isSelected={chosen} onSelect={onSelect} />
            </GridRow>
          );
        })}
      </GridRows>
      <GridRows>
        <GridRow>
          <GridCell>{props.children}</GridCell>
        </GridRow>
      </GridRows>
    </Grid>
  );
}

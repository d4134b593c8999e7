"use client";

import { type RefObject, useCallback, useState } from "react";
import type { TransactionLine } from "@/lib/contract/transactions";
import { type GridCommand, moveTo } from "./grid-keys";
import { ALL_SELECTED, extend, NOTHING_SELECTED, type Selection, toggle } from "./selection";
import { useGridKeys } from "./use-grid-keys";

type Targets = {
  grid: RefObject<HTMLElement | null>;
  field: RefObject<HTMLInputElement | null>;
  onOpen: (row: TransactionLine) => void;
};

/**
 * The row that the keys are about, and the rows that are selected, by keys and by mouse.
 * @param key changes with the search: what was meant before is not in sight any more
 */
export function useSelection(
  key: string,
  rows: readonly TransactionLine[],
  { grid, field, onOpen }: Targets,
) {
  const [state, setState] = useState({ key, selection: NOTHING_SELECTED, active: -1 });
  if (state.key !== key) setState({ key, selection: NOTHING_SELECTED, active: -1 });
  const { selection, active } = state;

  const update = useCallback(
    (change: (selection: Selection) => Selection, to?: number) =>
      setState((before) => ({
        ...before,
        selection: change(before.selection),
        active: to ?? before.active,
      })),
    [],
  );
  const activate = useCallback((to: number) => setState((before) => ({ ...before, active: to })), []);
  const idsBetween = useCallback(
    (one: number, other: number) =>
      rows.slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1).map(({ id }) => id),
    [rows],
  );

  const select = useCallback(
    (row: TransactionLine, isRange: boolean) => {
      const index = rows.findIndex(({ id }) => id === row.id);
      if (isRange && active >= 0) update((before) => extend(before, idsBetween(active, index)), index);
      else update((before) => toggle(before, row.id), index);
    },
    [rows, active, update, idsBetween],
  );

  useGridKeys(grid, (command: GridCommand, isShift) => {
    const row = rows[active];
    const acts: Partial<Record<GridCommand, () => void>> = {
      search: () => field.current?.focus(),
      clear: () => update(() => NOTHING_SELECTED),
      all: () => update(() => ALL_SELECTED),
      open: () => row && onOpen(row),
      select: () => row && update((before) => toggle(before, row.id)),
    };
    const move = () => {
      const to = moveTo(command, active, rows.length);
      if (isShift) update((before) => extend(before, idsBetween(active, to)), to);
      else activate(to);
    };
    (acts[command] ?? move)();
  });

  return {
    selection,
    active,
    activate,
    select,
    selectAll: () => update(() => ALL_SELECTED),
    clear: () => update(() => NOTHING_SELECTED),
  };
}

"use client";

import { type RefObject, useEffect, useRef } from "react";
import { commandOf, type GridCommand, isElsewhere } from "./grid-keys";

/** Gives the keys of the page to the list, unless somebody is writing or something is open on top. */
export function useGridKeys(
  grid: RefObject<HTMLElement | null>,
  run: (command: GridCommand, isShift: boolean) => void,
): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const command = commandOf(event);
      if (!command || event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
      // A focused button has its own Enter, and Space scrolls or presses outside the list.
      const isInGrid = grid.current?.contains(document.activeElement) ?? false;
      const isAtRest = document.activeElement === document.body;
      if (!isInGrid && !isAtRest && !["down", "up", "search", "clear"].includes(command)) return;
      event.preventDefault();
      if (!isInGrid && command !== "search" && command !== "clear")
        grid.current?.focus({ preventScroll: true });
      latest.current(command, event.shiftKey);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [grid]);
}

/** What a key does in the list. */
export type GridCommand =
  | "down"
  | "up"
  | "page-down"
  | "page-up"
  | "first"
  | "last"
  | "open"
  | "select"
  | "clear"
  | "search"
  | "all";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

const COMMANDS: Record<string, GridCommand | undefined> = {
  j: "down",
  ArrowDown: "down",
  k: "up",
  ArrowUp: "up",
  PageDown: "page-down",
  PageUp: "page-up",
  Home: "first",
  End: "last",
  Enter: "open",
  x: "select",
  " ": "select",
  Escape: "clear",
  "/": "search",
};

/** Undefined: the key is the browser's. With Shift, moving selects what is passed. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Key): GridCommand | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === "a" ? "all" : undefined;
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key];
}

const PAGE = 10;

/** The row that a command goes to, within the rows that are there. -1: none is active yet. */
export function moveTo(command: GridCommand, active: number, rowCount: number): number {
  const within = (index: number) => Math.max(0, Math.min(rowCount - 1, index));
  switch (command) {
    case "down":
      return within(active + 1);
    case "up":
      return within(active - 1);
    case "page-down":
      return within(active + PAGE);
    case "page-up":
      return within(active - PAGE);
    case "first":
      return 0;
    case "last":
      return within(rowCount - 1);
    default:
      return active;
  }
}

/** Keys belong to whoever is written in, and to what is open on top. */
export const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]",
  ) !== null;

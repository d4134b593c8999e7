import type { ToolResult } from "../../contract/tool-result";
import { findDates } from "./find-dates";

/** Between a name and the number that is said of it. */
const IS =
  /(?:\s*[:(–—=|-]\s*|\s+(?:at|was|is|were|are|with|came to|comes to|cost|costs|totals?|totalled|made up)\s+(?:about\s+)?|\s+)$/i;
/** Between a number and the name that it is said of. */
const OF = /^\s*(?:\([^)]*\)\s*)?(?:of that\s+)?(?:on|at|for|from|to|in|went to)\s+(?:your\s+|the\s+)?/i;
const LIST_ITEM = /^[ \t>]*(?:[-+•]|(?:\d+|\uFFFC+)[.)])[ \t]+/;

/** What has numbers of its own in a result. */
const SUBJECT_KEY = /^(?:merchant|name|label)$/;

/** The names that results have numbers for, longest first; those that are dates are left out, dates being checked anyway. */
export function subjectsOf(results: readonly ToolResult[]): string[] {
  return [...new Set(results.flatMap((result) => namesIn(result)))]
    .map((name) => name.toLowerCase())
    .filter((name) => name.trim().length > 1 && findDates(capitalised(name)).length === 0)
    .sort((a, b) => b.length - a.length);
}

function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === "string" ? (SUBJECT_KEY.test(key) ? [child] : []) : namesIn(child),
  );
}

const capitalised = (name: string) => name.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

/**
 * What the text says a number is about, in the words of the results: the first cell of its row, the beginning of its
 * list item, or the name right before or after it. Null when that is no name of theirs.
 */
export function subjectOf(
  text: string,
  start: number,
  end: number,
  subjects: readonly string[],
): string | null {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const before = text.slice(lineStart, start).toLowerCase();
  const after = text.slice(end, lineEnd < 0 ? undefined : lineEnd).toLowerCase();
  if (before.trimStart().startsWith("|")) return firstCellOf(before, subjects);
  const rest = OF.exec(after);
  const following = rest && after.slice(rest[0].length);
  const named =
    following &&
    subjects.find(
      (name) => following.startsWith(name) && !/^[\p{L}\p{N}]/u.test(following.slice(name.length)),
    );
  if (named) return named;
  const said = before.replace(IS, "");
  const preceding = subjects.find(
    (name) => said.endsWith(name) && !/[\p{L}\p{N}]$/u.test(said.slice(0, -name.length)),
  );
  return preceding ?? leadOf(before, subjects);
}

function firstCellOf(before: string, subjects: readonly string[]): string | null {
  const cells = before
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
  const first = cells.find((cell) => /\p{L}/u.test(cell));
  return subjects.find((name) => name === first) ?? null;
}

function leadOf(before: string, subjects: readonly string[]): string | null {
  const marker = LIST_ITEM.exec(before);
  if (!marker) return null;
  const item = before.slice(marker[0].length);
  return (
    subjects.find((name) => item.startsWith(name) && /^\s*(?:[:(,–—|-]|$)/.test(item.slice(name.length))) ??
    null
  );
}

import type { CalendarDate } from "../household/calendar";
import type { Household } from "../household/generate-household";
import { type Row, rowOn } from "../household/rows-on";

/**
 * Which state of an item's transactions: what the bank shows on `day` of everything dated `since` or later. Two
 * revisions are all that is needed to say what changed between them, so no log of updates is kept and a cursor made
 * before a restart is as good as one made after it.
 */
export type Revision = { day: CalendarDate; since: CalendarDate };

export type Change = { kind: "added" | "modified" | "removed"; row: Row };

/** `date` as Plaid gives it: when it occurred while pending, when it posted after that. */
export function dateOf(row: Row): CalendarDate {
  return row.pending ? (row.entry.authorizedOn ?? row.entry.postedOn) : row.entry.postedOn;
}

function shownIn(household: Household, index: number, revision: Revision | null): Row | null {
  const entry = household.entries[index];
  if (revision === null || entry === undefined) return null;
  const row = rowOn(entry, revision.day);
  return row !== null && dateOf(row) >= revision.since ? row : null;
}

/** What is different in `to` as seen from `from` (null: nothing was seen yet), in the order in which it happened. */
export function changesBetween(household: Household, from: Revision | null, to: Revision): Change[] {
  const changes: Change[] = [];
  for (let index = 0; index < household.entries.length; index += 1) {
    const before = shownIn(household, index, from);
    const after = shownIn(household, index, to);
    if (before?.key === after?.key) continue;
    if (before !== null) changes.push({ kind: "removed", row: before });
    if (after !== null) changes.push({ kind: "added", row: after });
  }
  return changes;
}

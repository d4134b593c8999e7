import { addDays, type CalendarDate } from "../household/calendar";
import type { Entry } from "../household/entry";
import type { Household } from "../household/generate-household";
import type { Row } from "../household/rows-on";
import { isShared, type Overlay, overlayOf, rowWith } from "./overlay";
import type { SandboxItem } from "./state";

/** Plaid fetches this much at once and the rest of the history later. */
const INITIAL_DAYS = 30;

/**
 * Which state of an item's transactions: what the bank shows on `day` of everything dated `since` or later, after so
 * many of the item's `edits`. Two revisions are all that is needed to say what changed between them, so no log of
 * updates is kept and a cursor made before a restart is as good as one made after it.
 */
export type Revision = { day: CalendarDate; since: CalendarDate; edits: number };

export type Change = { kind: "added" | "modified" | "removed"; row: Row };

export const sameRevision = (a: Revision, b: Revision) =>
  a.day === b.day && a.since === b.since && a.edits === b.edits;

/** What the item shows on that day, as far as Plaid has fetched it. */
export function revisionOn(item: SandboxItem, day: CalendarDate): Revision {
  const initial = addDays(item.createdOn ?? item.createdAt.slice(0, 10), -INITIAL_DAYS);
  const since = item.history === "initial" && initial > item.since ? initial : item.since;
  return { day, since, edits: item.edits.length };
}

/** `date` as Plaid gives it: when it occurred while pending, when it posted after that. */
export function dateOf(row: Row): CalendarDate {
  return row.pending ? (row.entry.authorizedOn ?? row.entry.postedOn) : row.entry.postedOn;
}

type Look = { revision: Revision; overlay: Overlay } | null;

/** Every entry that an item may show: those of its household and those that edits made. */
function entriesOf(household: Household, { made }: Overlay) {
  return made.size === 0 ? household.entries : [...household.entries, ...made.values()];
}

function shownIn(look: Look, entry: Entry): Row | null {
  if (look === null || !isShared(look.overlay, entry.account)) return null;
  const row = rowWith(look.overlay, entry, look.revision.day);
  return row !== null && dateOf(row) >= look.revision.since ? row : null;
}

/** Everything that is shown in a revision, in the order in which it was first seen. */
export function rowsIn(household: Household, item: SandboxItem, revision: Revision): Row[] {
  const look = { revision, overlay: overlayOf(item, revision.edits) };
  return entriesOf(household, look.overlay).flatMap((entry) => shownIn(look, entry) ?? []);
}

function changeOf(before: Row | null, after: Row | null): Change[] {
  if (before !== null && before.key === after?.key) {
    return before.version === after.version ? [] : [{ kind: "modified", row: after }];
  }
  return [
    ...(before === null ? [] : [{ kind: "removed" as const, row: before }]),
    ...(after === null ? [] : [{ kind: "added" as const, row: after }]),
  ];
}

/**
 * What is different in `to` as seen from `from` (null: nothing was seen yet), in the order in which it happened. Of an
 * account that is no longer shared nothing is told, not even that its rows are gone: to forget them is the reader's part.
 */
export function changesBetween(
  household: Household,
  item: SandboxItem,
  from: Revision | null,
  to: Revision,
): Change[] {
  const before: Look = from && { revision: from, overlay: overlayOf(item, from.edits) };
  const after = { revision: to, overlay: overlayOf(item, to.edits) };
  const changes: Change[] = [];
  const compare = (entry: Entry, seen: Look) => {
    if (!isShared(after.overlay, entry.account)) return;
    for (const change of changeOf(shownIn(seen, entry), shownIn(after, entry))) changes.push(change);
  };
  for (const entry of household.entries) compare(entry, before);
  for (const entry of after.overlay.made.values()) {
    compare(entry, before?.overlay.made.has(entry.key) === true ? before : null);
  }
  return changes;
}

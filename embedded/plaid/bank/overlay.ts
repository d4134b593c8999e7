import type { CalendarDate } from "../household/calendar";
import { category } from "../household/categories";
import { counterparty } from "../household/counterparty";
import type { AccountKey, Entry } from "../household/entry";
import { pendingKey, type Row, rowOn } from "../household/rows-on";
import type { Edit, MadeRow } from "./edit";
import type { SandboxItem } from "./state";

/** What an item's first edits come to, ready to be laid over the rows of its household. */
export type Overlay = {
  made: Map<string, Entry>;
  amended: Map<string, { amountCents?: number | undefined; name?: string | undefined; times: number }>;
  removed: Set<string>;
  posted: Map<string, CalendarDate>;
  /** Null: every account of the household that is at this bank. */
  selected: ReadonlySet<string> | null;
  revoked: Set<AccountKey>;
};

function toEntry(key: string, row: MadeRow): Entry {
  return {
    key,
    account: row.account,
    amountCents: row.amountCents,
    authorizedOn: row.transactedOn,
    postedOn: row.postedOn,
    pending: { amountCents: row.amountCents },
    name: row.name,
    counterparty: row.merchant === null ? null : counterparty(row.merchant),
    category: row.category === null ? null : category(row.category, "HIGH"),
    channel: "other",
    city: null,
    paymentMethod: null,
  };
}

function amend(overlay: Overlay, { key, amountCents, name }: Extract<Edit, { kind: "amended" }>): void {
  const before = overlay.amended.get(key);
  overlay.amended.set(key, {
    amountCents: amountCents ?? before?.amountCents,
    name: name ?? before?.name,
    times: (before?.times ?? 0) + 1,
  });
}

function select(overlay: Overlay, accounts: readonly AccountKey[]): void {
  overlay.selected = new Set(accounts);
  for (const account of accounts) overlay.revoked.delete(account);
}

function lay(overlay: Overlay, edit: Edit): void {
  switch (edit.kind) {
    case "made":
      overlay.made.set(edit.key, toEntry(edit.key, edit.row));
      break;
    case "amended":
      amend(overlay, edit);
      break;
    case "removed":
      overlay.removed.add(edit.key);
      break;
    case "posted":
      overlay.posted.set(edit.key, edit.on);
      break;
    case "selected":
      select(overlay, edit.accounts);
      break;
    case "revoked":
      overlay.revoked.add(edit.account);
      break;
  }
}

/** The overlay of the first `count` edits of an item. */
export function overlayOf(item: SandboxItem, count = item.edits.length): Overlay {
  const overlay: Overlay = {
    made: new Map(),
    amended: new Map(),
    removed: new Set(),
    posted: new Map(),
    selected: item.accounts === null ? null : new Set(item.accounts),
    revoked: new Set(),
  };
  for (const edit of item.edits.slice(0, count)) lay(overlay, edit);
  return overlay;
}

/** Whether the person shares this account. */
export function isShared({ selected, revoked }: Overlay, account: AccountKey): boolean {
  return !revoked.has(account) && (selected === null || selected.has(account));
}

function linked(row: Row, entry: Entry): Row {
  return { ...row, pendingKey: entry.unlinked === true ? null : pendingKey(entry) };
}

/** What is seen of one entry on that day, with everything that happened to it. */
export function rowWith(overlay: Overlay, entry: Entry, day: CalendarDate): Row | null {
  if (overlay.removed.has(entry.key)) return null;
  const postedOn = overlay.posted.get(entry.key);
  const shown = rowOn(postedOn === undefined ? entry : { ...entry, postedOn }, day);
  // What a test or a refresh posts was seen pending, also when that was earlier on the same day.
  const row = shown === null || shown.pending || postedOn === undefined ? shown : linked(shown, entry);
  const amended = overlay.amended.get(entry.key);
  if (row === null || amended === undefined) return row;
  return {
    ...row,
    amountCents: amended.amountCents ?? row.amountCents,
    entry: amended.name === undefined ? row.entry : { ...row.entry, name: amended.name },
    version: row.version + 2 * amended.times,
  };
}

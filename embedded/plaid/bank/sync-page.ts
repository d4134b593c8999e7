import type { CalendarDate } from "../household/calendar";
import { addDays } from "../household/calendar";
import type { AccountKey } from "../household/entry";
import { plaidErrors } from "../plaid-error";
import { type Cursor, type CursorScope, decodeCursor, encodeCursor } from "./cursor";
import type { Bank } from "./open-bank";
import { type Change, changesBetween, type Revision } from "./revision";
import type { SandboxItem } from "./state";

/** Plaid fetches this much at once and the rest of the history later. */
const INITIAL_DAYS = 30;

export type SyncRequest = {
  item: SandboxItem;
  scope: CursorScope;
  /** Undefined or "" starts from nothing; "now" skips everything so far. */
  cursor: string | undefined;
  count: number;
  accounts: ReadonlySet<AccountKey>;
};

export type SyncPage = { changes: Change[]; nextCursor: string; hasMore: boolean };

function currentRevision(item: SandboxItem, day: CalendarDate): Revision {
  const initial = addDays(item.createdAt.slice(0, 10), -INITIAL_DAYS);
  const since = item.history === "initial" && initial > item.since ? initial : item.since;
  return { day, since };
}

const same = (a: Revision, b: Revision) => a.day === b.day && a.since === b.since;

/**
 * One page of what changed since a cursor. While pages are read, the cursor names the revision that they lead to; if
 * the bank has moved on meanwhile, the pages no longer fit together and Plaid says so.
 * @throws {PlaidError} INVALID_FIELD, TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION
 */
export function syncPage(bank: Bank, { item, scope, cursor, count, accounts }: SyncRequest): SyncPage {
  const target = currentRevision(item, bank.today(item));
  const settled = (): string => encodeCursor(scope, { from: target, to: null, offset: 0 });
  if (cursor === "now") return { changes: [], nextCursor: settled(), hasMore: false };

  const nothing: Cursor = { from: null, to: null, offset: 0 };
  const at = cursor === undefined || cursor === "" ? nothing : decodeCursor(scope, cursor);
  if (at.to !== null && !same(at.to, target)) throw plaidErrors.mutationDuringPagination();

  const all = changesBetween(bank.householdOf(item), at.from, target).filter(({ row }) =>
    accounts.has(row.entry.account),
  );
  const end = at.offset + count;
  const hasMore = end < all.length;
  return {
    changes: all.slice(at.offset, end),
    hasMore,
    nextCursor: hasMore ? encodeCursor(scope, { from: at.from, to: target, offset: end }) : settled(),
  };
}

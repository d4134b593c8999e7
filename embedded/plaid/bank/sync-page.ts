import type { AccountKey } from "../household/entry";
import { plaidErrors } from "../plaid-error";
import { type Cursor, type CursorScope, decodeCursor, encodeCursor } from "./cursor";
import type { Bank } from "./open-bank";
import { type Change, revisionOn, sameRevision } from "./revision";
import type { SandboxItem } from "./state";

export type SyncRequest = {
  item: SandboxItem;
  scope: CursorScope;
  /** Undefined or "" starts from nothing; "now" skips everything so far. */
  cursor: string | undefined;
  count: number;
  accounts: ReadonlySet<AccountKey>;
};

export type SyncPage = { changes: Change[]; nextCursor: string; hasMore: boolean };

const nothing: Cursor = { from: null, to: null, offset: 0 };

/**
 * One page of what changed since a cursor. While pages are read, the cursor names the revision that they lead to; if
 * the bank has moved on meanwhile, the pages no longer fit together and Plaid says so.
 * @throws {PlaidError} INVALID_FIELD, TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION
 */
export function syncPage(bank: Bank, { item, scope, cursor, count, accounts }: SyncRequest): SyncPage {
  const target = revisionOn(item, bank.today(item));
  const settled = (): string => encodeCursor(scope, { from: target, to: null, offset: 0 });
  if (cursor === "now") return { changes: [], nextCursor: settled(), hasMore: false };

  const at = cursor === undefined || cursor === "" ? nothing : decodeCursor(scope, cursor);
  if (at.to !== null) {
    const asked = bank.faults.take(item, "/transactions/sync", ["mutation"]);
    if (asked !== null || !sameRevision(at.to, target)) throw plaidErrors.mutationDuringPagination();
  }

  const told = bank.ledger.changes({ item, from: at.from, to: target, accounts });
  const end = at.offset + count;
  const hasMore = end < told.length;
  return {
    changes: told.slice(at.offset, end),
    hasMore,
    nextCursor: hasMore ? encodeCursor(scope, { from: at.from, to: target, offset: end }) : settled(),
  };
}

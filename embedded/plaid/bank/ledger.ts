import type { CalendarDate } from "../household/calendar";
import type { AccountKey } from "../household/entry";
import type { Household } from "../household/generate-household";
import { type Balance, balancesFrom, type Row } from "../household/rows-on";
import { overlayOf, rowWith } from "./overlay";
import { recent } from "./recent";
import { type Change, changesBetween, type Revision, rowsIn } from "./revision";
import type { SandboxItem } from "./state";

/** Changes over all items that are remembered between two pages. */
const KEPT_CHANGES = 400_000;
const KEPT_BALANCES = 200;

/** What an item shows, worked out once and then read for page after page. */
export type Ledger = {
  /** Of these accounts, between two revisions. */
  changes(of: {
    item: SandboxItem;
    from: Revision | null;
    to: Revision;
    accounts: ReadonlySet<AccountKey>;
  }): readonly Change[];
  rows(item: SandboxItem, revision: Revision): Row[];
  /** Of every account of the household, shared or not. */
  balances(item: SandboxItem, day: CalendarDate): ReadonlyMap<AccountKey, Balance>;
};

const named = (revision: Revision | null) =>
  revision === null ? "" : `${revision.day}|${revision.since}|${revision.edits}`;

export function openLedger(householdOf: (item: SandboxItem) => Household): Ledger {
  const changes = recent<Change[]>(KEPT_CHANGES, (list) => list.length);
  const balances = recent<ReadonlyMap<AccountKey, Balance>>(KEPT_BALANCES, () => 1);
  return {
    changes: ({ item, from, to, accounts }) =>
      changes([item.itemId, named(from), named(to), ...accounts].join(" "), () =>
        changesBetween(householdOf(item), item, from, to).filter(({ row }) =>
          accounts.has(row.entry.account),
        ),
      ),
    rows: (item, revision) => rowsIn(householdOf(item), item, revision),
    balances: (item, day) =>
      balances(`${item.itemId}|${day}|${item.edits.length}`, () => {
        const { accounts, entries } = householdOf(item);
        const overlay = overlayOf(item);
        const rows = [...entries, ...overlay.made.values()].flatMap(
          (entry) => rowWith(overlay, entry, day) ?? [],
        );
        return balancesFrom(accounts, rows);
      }),
  };
}

import type { HouseholdAccount } from "./account";
import type { CalendarDate } from "./calendar";
import type { AccountKey, Entry } from "./entry";
import type { Household } from "./generate-household";

/** What the bank shows of one entry on one day. */
export type Row = {
  /** Pending and posted rows of one entry are different rows. */
  key: string;
  entry: Entry;
  pending: boolean;
  amountCents: number;
  /** Of a posted row that was seen pending before. */
  pendingKey: string | null;
  /** Differs between two looks at the same row when the bank has changed it. */
  version: number;
};

/** The key of the row that shows this entry while it is pending. */
export const pendingKey = (entry: Entry) => `${entry.key}:pending`;

const isPendingOn = (entry: Entry, day: CalendarDate) =>
  entry.pending !== null && entry.authorizedOn !== null && entry.authorizedOn <= day && entry.postedOn > day;

function postedRow(entry: Entry, day: CalendarDate): Row {
  const { correction } = entry;
  const seenPending =
    entry.pending !== null && entry.authorizedOn !== null && entry.authorizedOn < entry.postedOn;
  const row: Row = {
    key: entry.key,
    entry,
    pending: false,
    amountCents: entry.amountCents,
    pendingKey: seenPending && entry.unlinked !== true ? pendingKey(entry) : null,
    version: correction === undefined ? 0 : 1,
  };
  if (correction === undefined || day >= correction.until) return row;
  const { until: _, ...first } = correction;
  return { ...row, entry: { ...entry, ...first }, amountCents: first.amountCents, version: 0 };
}

/** The row of this entry on that day, or null when nothing is seen of it. */
export function rowOn(entry: Entry, day: CalendarDate): Row | null {
  if (entry.postedOn <= day) return entry.vanishes === true ? null : postedRow(entry, day);
  if (entry.pending === null || !isPendingOn(entry, day)) return null;
  return {
    key: pendingKey(entry),
    entry,
    pending: true,
    amountCents: entry.pending.amountCents,
    pendingKey: null,
    version: 0,
  };
}

/** Every row of the household on that day, pending ones too, oldest first. */
export function rowsOn(household: Household, day: CalendarDate): Row[] {
  return household.entries.map((entry) => rowOn(entry, day)).filter((row) => row !== null);
}

export type Balance = { currentCents: number; availableCents: number | null };

/** On depository and investment accounts money in is an asset; on cards and loans what leaves is owed. */
const direction = (account: HouseholdAccount) =>
  account.type === "credit" || account.type === "loan" ? 1 : -1;

/** The balance of every account: opening balance and posted rows; pending ones only lower what is available. */
export function balancesFrom(
  accounts: readonly HouseholdAccount[],
  rows: Iterable<Row>,
): Map<AccountKey, Balance> {
  const posted = new Map<AccountKey, number>();
  const pending = new Map<AccountKey, number>();
  for (const row of rows) {
    const sums = row.pending ? pending : posted;
    sums.set(row.entry.account, (sums.get(row.entry.account) ?? 0) + row.amountCents);
  }
  return new Map(
    accounts.map((account) => {
      const currentCents = account.openingCents + direction(account) * (posted.get(account.key) ?? 0);
      return [
        account.key,
        { currentCents, availableCents: available(account, currentCents, pending.get(account.key) ?? 0) },
      ];
    }),
  );
}

/** The balances of a household to which nothing happened but its own life. */
export function balancesOn(household: Household, day: CalendarDate): Map<AccountKey, Balance> {
  return balancesFrom(household.accounts, rowsOn(household, day));
}

function available(account: HouseholdAccount, currentCents: number, pendingCents: number): number | null {
  if (account.type === "depository") return currentCents - pendingCents;
  if (account.type === "credit") return (account.limitCents ?? 0) - currentCents - pendingCents;
  return null;
}

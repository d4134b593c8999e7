import type { ConnectionSource, ConnectionStatus } from "../contract/banking";
import type { CalendarDate, Period } from "../contract/money";
import { addDays, formatDate, todayIn } from "./calendar";

/** How far what is known of a bank reaches. */
export type BankState = {
  institution: string;
  source: ConnectionSource;
  status: ConnectionStatus;
  /** ISO 8601 UTC; null when its first rows have not arrived. */
  lastSyncedAt: string | null;
  isHistoryComplete: boolean;
  accountIds: readonly string[];
};

/** What an answer is about; nothing given means everything. */
export type CaveatScope = { accountIds?: readonly string[] | undefined; period?: Period | null | undefined };

type Clock = { today: CalendarDate; timeZone: string };

/** A bank is read several times a day; when it was not for so long, purchases are missing that the person knows of. */
const STALE_AFTER_DAYS = 3;
const MAX_CAVEATS = 5;

/** Whether data that ends on this day is too old to be taken for what there is. */
export const isStale = (end: CalendarDate, today: CalendarDate): boolean =>
  addDays(end, STALE_AFTER_DAYS) < today;

/**
 * What the person must know about the data behind an answer, one plain sentence per bank that the answer rests on. None
 * for a bank whose data is whole and fresh, and none about newer rows for a time that lies before the end of the data.
 * Files say no more than what is in them, which the person knows.
 */
export function caveatsOf(banks: readonly BankState[], scope: CaveatScope, clock: Clock): string[] {
  const { accountIds = [], period } = scope;
  return inScope(banks, accountIds)
    .filter(({ source }) => source === "plaid")
    .flatMap((bank) => caveatOf(bank, period ?? null, clock) ?? [])
    .slice(0, MAX_CAVEATS);
}

/**
 * ISO 8601 UTC: every connected bank behind these accounts was read at this time or later; of files only where nothing
 * else is asked about. Null when none was ever read. Banks that were never read, or ended, are for `caveatsOf` to tell.
 */
export function dataAsOf(banks: readonly BankState[], accountIds: readonly string[] = []): string | null {
  const known = inScope(banks, accountIds).filter(({ status }) => status !== "revoked");
  const connected = known.filter(({ source }) => source === "plaid");
  const moments = (connected.length > 0 ? connected : known).flatMap(
    ({ lastSyncedAt }) => lastSyncedAt ?? [],
  );
  return moments.sort()[0] ?? null;
}

const inScope = (banks: readonly BankState[], accountIds: readonly string[]) =>
  banks.filter((bank) => accountIds.length === 0 || bank.accountIds.some((id) => accountIds.includes(id)));

function caveatOf(bank: BankState, period: Period | null, { today, timeZone }: Clock): string | undefined {
  const { institution: name, status, lastSyncedAt } = bank;
  if (status === "revoked") return `Access to ${name} has ended, so its data is no longer here.`;
  if (lastSyncedAt === null) {
    if (status === "active") return `The transactions of ${name} have not arrived yet.`;
    return `${name} ${status === "login_required" ? "needs you to sign in again" : "cannot be read now"}; there is no data of it yet.`;
  }
  const end = todayIn(timeZone, new Date(lastSyncedAt));
  const isCovered = period !== null && period.end < end;
  const missing = isCovered ? undefined : missingSince(bank, end, today);
  return missing ?? (bank.isHistoryComplete ? undefined : `Still reading older transactions of ${name}.`);
}

function missingSince({ institution: name, status }: BankState, end: CalendarDate, today: CalendarDate) {
  if (status === "login_required") {
    const until = end < today ? `its data ends on ${formatDate(end)}` : "it gets no new data until then";
    return `${name} needs you to sign in again; ${until}.`;
  }
  if (status === "error" && end < today) {
    return `${name} cannot be read now; its data ends on ${formatDate(end)}.`;
  }
  return isStale(end, today)
    ? `${name} was last read on ${formatDate(end)}; what came after is missing.`
    : undefined;
}

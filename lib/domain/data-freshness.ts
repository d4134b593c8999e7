import type { CalendarDate } from "../contract/money";
import { formatDate, todayIn } from "./calendar";
import { type BankState, caveatsOf, isStale } from "./data-caveats";

/** A bank with the first and last day of which there is a row; null when there are none. */
export type KnownBank = BankState & { firstDate: CalendarDate | null; lastDate: CalendarDate | null };

type FreshnessState =
  | "up_to_date"
  | "stale"
  | "reading_history"
  | "waiting"
  | "sign_in_needed"
  | "unavailable"
  | "ended"
  | "file";

type Clock = { today: CalendarDate; timeZone: string };

/** How fresh a bank's data is, as a word for machines and as a sentence for people. */
export function freshnessOf(bank: KnownBank, clock: Clock): { state: FreshnessState; words: string } {
  const { institution, source, lastDate } = bank;
  if (source === "file") {
    const end = lastDate === null ? "they hold no transactions" : `they end on ${formatDate(lastDate)}`;
    return { state: "file", words: `${institution} comes from files that you brought in; ${end}.` };
  }
  const [caveat] = caveatsOf([bank], {}, clock);
  return { state: stateOf(bank, clock), words: caveat ?? `${institution} is up to date.` };
}

function stateOf({ status, lastSyncedAt, isHistoryComplete }: BankState, clock: Clock): FreshnessState {
  if (status === "revoked") return "ended";
  if (status === "login_required") return "sign_in_needed";
  if (lastSyncedAt === null) return status === "error" ? "unavailable" : "waiting";
  const end = todayIn(clock.timeZone, new Date(lastSyncedAt));
  if (status === "error" && end < clock.today) return "unavailable";
  if (isStale(end, clock.today)) return "stale";
  return isHistoryComplete ? "up_to_date" : "reading_history";
}

import type { ConnectionView } from "../../lib/contract/banking";
import { formatDay } from "../format-day";
import { formatMoment } from "../format-moment";

type Line = { tone: "good" | "busy" | "bad" | "quiet"; text: string };

const READING: Record<NonNullable<ConnectionView["reading"]>, string> = {
  started: "Reading your transactions…",
  waiting: "Still reading; this can take a few minutes",
  older: "Recent transactions are here; still reading older ones",
};

/** How things stand with a connection, in a few words. */
export function stateLine(connection: ConnectionView, timeZone: string): Line {
  const { status, source, reading, lastSyncedAt, isStale } = connection;
  if (status === "revoked") return { tone: "bad", text: "Access has ended" };
  if (source === "file") {
    const day = lastSyncedAt && formatMoment(lastSyncedAt, timeZone);
    return { tone: "quiet", text: day ? `From files, last imported ${day}` : "From files" };
  }
  if (status === "active" && isStale) {
    const text = lastSyncedAt
      ? `Not updated since ${formatMoment(lastSyncedAt, timeZone)}`
      : "No transactions have arrived yet";
    return { tone: "bad", text: `${text}; we go on trying` };
  }
  if (reading) return { tone: "busy", text: READING[reading] };
  const last = lastSyncedAt ? `, last updated ${formatMoment(lastSyncedAt, timeZone)}` : "";
  if (status === "login_required") return { tone: "bad", text: `Needs a new sign-in${last}` };
  if (status === "error") return { tone: "bad", text: `Not reached${last}` };
  return lastSyncedAt
    ? { tone: "good", text: `Updated ${formatMoment(lastSyncedAt, timeZone)}` }
    : { tone: "busy", text: READING.started };
}

/** What the person should know beyond that, and can do about it; null when all is well. */
export function noticeOf(connection: ConnectionView, timeZone: string): string | null {
  const { status, institutionName: bank, problem, remedy, reconnectBy } = connection;
  if (status === "revoked") {
    return `Access to ${bank} has ended, and what came through it was deleted here. What you imported from files stays. Link it again to have the rest back.`;
  }
  if (status === "login_required") {
    return `${bank} asks you to sign in again. Until then nothing new arrives; all that is here stays.`;
  }
  if (status === "error") return `${problem ?? `${bank} cannot be reached now.`} We keep your data as it is.`;
  if (reconnectBy) {
    return `${bank} will stop sharing on ${formatDay(reconnectBy, timeZone)} unless you sign in again.`;
  }
  return remedy === "select_accounts" ? `${bank} has accounts that you do not share with Purser yet.` : null;
}

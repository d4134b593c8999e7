import type { AccountView, ConnectionView } from "../contract/banking";
import { database } from "../db/client";
import { type Account, listAccountsOfItems } from "../db/queries/accounts";
import { type Item, listItems } from "../db/queries/items";
import { todayIn } from "../domain/calendar";
import { isStale } from "../domain/data-caveats";
import { toMoney } from "../domain/money";
import { accountBalance } from "../domain/net-worth";
import { classOfCode, plaidProblem } from "../plaid/errors";
import { isOurProblem, OUR_PROBLEMS } from "./our-problems";

/**
 * The person's linked banks with their accounts, in the order of linking; no token and no id of Plaid's.
 * @param clock decides what is stale (as in answers) and which dates have passed
 */
export async function listConnections(
  userId: string,
  { now = new Date(), timeZone = "UTC" }: { now?: Date; timeZone?: string } = {},
): Promise<ConnectionView[]> {
  const items = await listItems(database(), userId);
  const accounts = await listAccountsOfItems(
    database(),
    userId,
    items.map(({ id }) => id),
  );
  return items.map((item) => ({
    id: item.id,
    source: item.source,
    institutionName: item.institutionName,
    status: item.status,
    lastSyncedAt: item.lastSyncedAt?.toISOString() ?? null,
    reading: readingOf(item),
    problem: problemOf(item),
    remedy: remedyOf(item, now),
    reconnectBy: isAhead(item.reconnectBy, now) ? item.reconnectBy.toISOString() : null,
    isStale:
      item.source === "plaid" &&
      isStale(todayIn(timeZone, item.lastSyncedAt ?? item.createdAt), todayIn(timeZone, now)),
    accounts: accounts.filter(({ itemId }) => itemId === item.id).map(toAccountView),
  }));
}

function readingOf({
  status,
  isHistoryComplete,
  lastSyncedAt,
  readAttempts,
}: Item): ConnectionView["reading"] {
  if (status !== "active" || isHistoryComplete) return null;
  if (lastSyncedAt) return "older";
  return readAttempts > 1 ? "waiting" : "started";
}

const REVOKED =
  "Access to this bank has ended and its data is deleted. Connect the bank again to see it here.";

function problemOf({ status, errorCode }: Item): string | null {
  if (status === "active") return null;
  if (status === "revoked") return REVOKED;
  const code = errorCode ?? "";
  if (isOurProblem(code)) return OUR_PROBLEMS[code];
  return plaidProblem(code, TYPE_BY_STATUS[status]);
}

/** Plaid's error type, from which a code that we do not know is judged. */
const TYPE_BY_STATUS = { login_required: "ITEM_ERROR", error: "INSTITUTION_ERROR" } as const;

/** A day that has passed without the end that it announced was a false alarm. */
const isAhead = (moment: Date | null, now: Date): moment is Date => moment !== null && moment > now;

function remedyOf(
  { status, errorCode, reconnectBy, hasNewAccounts }: Item,
  now: Date,
): ConnectionView["remedy"] {
  if (status === "revoked") return "link_again";
  if (status === "login_required" || isAhead(reconnectBy, now)) return "sign_in";
  const code = errorCode ?? "";
  const isGone = isOurProblem(code) ? code === "TOKEN_LOST" : classOfCode(code) === "gone";
  if (status === "error" && isGone) return "link_again";
  return hasNewAccounts ? "select_accounts" : null;
}

function toAccountView(account: Account): AccountView {
  const { type, currency } = account;
  const isClosed = account.closedAt !== null;
  const balance = isClosed ? null : accountBalance(account);
  const available = isClosed ? null : account.availableMinor;
  return {
    id: account.id,
    connectionId: account.itemId,
    name: account.name,
    mask: account.mask,
    type,
    subtype: account.subtype,
    isClosed,
    balance: balance === null ? null : toMoney(balance, currency),
    available: available === null ? null : toMoney(available, currency),
    asOf: account.balanceAsOf.toISOString(),
  };
}

import type { AccountView, ConnectionView } from "../contract/banking";
import { database } from "../db/client";
import { type Account, listAccountsOfItems } from "../db/queries/accounts";
import { type Item, listItems } from "../db/queries/items";
import { toMoney } from "../domain/money";
import { accountBalance } from "../domain/net-worth";
import { plaidProblem } from "../plaid/errors";

/** The person's linked banks with their accounts, in the order of linking; no token and no id of Plaid's. */
export async function listConnections(userId: string): Promise<ConnectionView[]> {
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
    remedy: remedyOf(item),
    reconnectBy: item.reconnectBy?.toISOString() ?? null,
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

const problemOf = ({ status, errorCode }: Item): string | null =>
  status === "active" ? null : plaidProblem(errorCode ?? "");

function remedyOf({ status, reconnectBy, hasNewAccounts }: Item): ConnectionView["remedy"] {
  if (status === "revoked") return "link_again";
  if (status === "login_required" || reconnectBy) return "sign_in";
  return hasNewAccounts ? "select_accounts" : null;
}

function toAccountView(account: Account): AccountView {
  const { type, currency, availableMinor } = account;
  const balance = accountBalance(account);
  return {
    id: account.id,
    connectionId: account.itemId,
    name: account.name,
    mask: account.mask,
    type,
    subtype: account.subtype,
    balance: balance === null ? null : toMoney(balance, currency),
    available: availableMinor === null ? null : toMoney(availableMinor, currency),
    asOf: account.balanceAsOf.toISOString(),
  };
}

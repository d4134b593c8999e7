import type { AccountType } from "../contract/banking";
import { database, type Executor } from "../db/client";
import { type Account, listAccountsOfItem } from "../db/queries/accounts";
import { replaceHoldings } from "../db/queries/holdings";
import { findItem, type Item, lockBanking } from "../db/queries/items";
import { replaceLiabilities } from "../db/queries/liabilities";
import { findOurIds, replaceSeries } from "../db/queries/recurring";
import { env } from "../env";
import { log } from "../log";
import { PlaidFailure } from "../plaid/errors";
import { readHoldings } from "../plaid/holdings";
import { readLiabilities } from "../plaid/liabilities";
import { type BankStream, readStreams } from "../plaid/recurring";
import { seriesId } from "./series-id";

/** What is stored under one product: given all of the bank's, what was stored of it before goes. */
type Store = (tx: Executor, accounts: readonly Account[]) => Promise<void>;

type Product = {
  /** Plaid's name, as in `items.products`. */
  name: string;
  /** Asked for although Link does not ask for it: the installation has it. */
  isSwitchedOn?: () => boolean;
  isFor: readonly AccountType[];
  /** Plaid finds nothing useful before the older past has been read. */
  needsHistory?: true;
  read: (accessToken: string, item: Item) => Promise<Store>;
  empty: (item: Item) => Store;
};

const PRODUCTS: readonly Product[] = [
  {
    name: "investments",
    isFor: ["investment"],
    read: async (accessToken, item) => {
      const found = await readHoldings(accessToken);
      return (tx, accounts) => replaceHoldings(tx, item.id, onAccounts(accounts, found));
    },
    empty: (item) => (tx) => replaceHoldings(tx, item.id, []),
  },
  {
    name: "liabilities",
    isFor: ["credit", "loan"],
    read: async (accessToken, item) => {
      const found = await readLiabilities(accessToken);
      return (tx, accounts) => replaceLiabilities(tx, item.id, onAccounts(accounts, found));
    },
    empty: (item) => (tx) => replaceLiabilities(tx, item.id, []),
  },
  {
    name: "recurring_transactions",
    isSwitchedOn: () => env().PLAID_RECURRING,
    isFor: ["depository", "credit"],
    needsHistory: true,
    read: async (accessToken, item) => {
      const found = await readStreams(accessToken);
      return (tx, accounts) => storeStreams(tx, item, accounts, found);
    },
    empty: (item) => (tx, accounts) => storeStreams(tx, item, accounts, []),
  },
];

/**
 * Reads what else a bank tells: holdings, terms of debts, Plaid's recurring streams. Only what the item has, or the
 * settings name, is asked for, since a first call begins a subscription; each answer takes the place of the one before in one transaction. A product
 * that fails takes nothing else with it and keeps what it had: a bank without it, or one that needs the person's consent
 * first, is nothing to report.
 */
export async function readProducts(item: Item, accessToken: string, now: Date): Promise<void> {
  const accounts = await listAccountsOfItem(database(), item.id);
  const wanted = PRODUCTS.filter(
    ({ name, isFor, needsHistory, isSwitchedOn }) =>
      (item.products.includes(name) || isSwitchedOn?.()) &&
      accounts.some(({ type }) => isFor.includes(type)) &&
      (needsHistory !== true || item.isHistoryComplete),
  );
  for (const product of wanted) await readProduct(product, item, accessToken, now);
}

async function readProduct(product: Product, item: Item, accessToken: string, now: Date): Promise<void> {
  try {
    await store(item, await readOrEmpty(product, item, accessToken));
  } catch (thrown) {
    const plaidCode = thrown instanceof PlaidFailure ? thrown.plaidCode : null;
    if (plaidCode !== null && QUIET.has(plaidCode)) return;
    log().warn(
      { itemId: item.id, product: product.name, plaidCode, at: now, err: thrown },
      "product not read",
    );
  }
}

/** There is none of it: what was stored is of accounts that are gone. */
const NONE = new Set(["NO_INVESTMENT_ACCOUNTS", "NO_LIABILITY_ACCOUNTS", "NO_ACCOUNTS"]);

/** It may come later, or never; the person knows or does not care. https://plaid.com/docs/errors/ */
const QUIET = new Set([
  "PRODUCTS_NOT_SUPPORTED",
  "PRODUCT_NOT_READY",
  "PRODUCT_NOT_ENABLED",
  "ADDITIONAL_CONSENT_REQUIRED",
  "ACCESS_NOT_GRANTED",
  "INVALID_PRODUCT",
]);

async function readOrEmpty(product: Product, item: Item, accessToken: string): Promise<Store> {
  try {
    return await product.read(accessToken, item);
  } catch (thrown) {
    if (thrown instanceof PlaidFailure && NONE.has(thrown.plaidCode)) return product.empty(item);
    throw thrown;
  }
}

/** Under the same lock as a sync, and not at all for an item that was unlinked while the bank was asked. */
async function store(item: Item, stored: Store): Promise<void> {
  await database().transaction(async (tx) => {
    await lockBanking(tx, item.userId);
    const current = await findItem(tx, item.id);
    if (!current || current.status === "revoked") return;
    await stored(tx, await listAccountsOfItem(tx, item.id));
  });
}

/** With our id of the account; what is on an account that is not shared with us is left out. */
function onAccounts<Found extends { plaidAccountId: string }>(
  accounts: readonly Account[],
  found: readonly Found[],
): (Omit<Found, "plaidAccountId"> & { accountId: string })[] {
  const ids = new Map(accounts.map(({ id, plaidAccountId }) => [plaidAccountId, id]));
  return found.flatMap(({ plaidAccountId, ...rest }) => {
    const accountId = ids.get(plaidAccountId);
    return accountId === undefined ? [] : [{ ...rest, accountId }];
  });
}

async function storeStreams(
  tx: Executor,
  item: Item,
  accounts: readonly Account[],
  streams: readonly BankStream[],
): Promise<void> {
  const ourIds = await findOurIds(
    tx,
    item.id,
    streams.flatMap(({ plaidTransactionIds }) => plaidTransactionIds),
  );
  const rows = onAccounts(accounts, streams).map(({ plaidTransactionIds, ...stream }) => ({
    ...stream,
    id: seriesId(stream.accountId, "plaid", stream.key),
    userId: item.userId,
    source: "plaid" as const,
    transactionIds: plaidTransactionIds.flatMap((id) => ourIds.get(id) ?? []),
  }));
  await replaceSeries(tx, { source: "plaid", accountIds: accounts.map(({ id }) => id) }, rows);
}

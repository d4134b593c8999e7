import type { TransactionsSyncResponse } from "plaid";
import { z } from "zod";
import { isListed, listedKeys, plaidAccounts } from "../bank/accounts-of";
import { setHistory } from "../bank/history";
import type { Bank } from "../bank/open-bank";
import type { Change } from "../bank/revision";
import type { SandboxItem } from "../bank/state";
import { syncPage } from "../bank/sync-page";
import type { AccountKey } from "../household/entry";
import type { Row } from "../household/rows-on";
import { plaidErrors } from "../plaid-error";
import { derivedId } from "../wire/opaque-id";
import { toPlaidTransaction } from "../wire/to-plaid-transaction";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { AccessToken, DaysRequested } from "./fields";

const TransactionsSync = plaidRequest({
  access_token: AccessToken,
  cursor: z.string().nullish(),
  count: z.int().min(1).max(500).default(100),
  options: z
    .strictObject({
      include_original_description: z.boolean().nullish(),
      account_id: z.string().optional(),
      days_requested: DaysRequested.optional(),
      personal_finance_category_version: z.enum(["v1", "v2"]).optional(),
      ...ignored("include_personal_finance_category", "include_logo_and_counterparty_beta"),
    })
    .optional(),
});

/** What Plaid answers as long as it has fetched nothing. The empty cursor is no progress. */
const NOT_READY: Answer<TransactionsSyncResponse> = {
  transactions_update_status: "NOT_READY",
  accounts: [],
  added: [],
  modified: [],
  removed: [],
  next_cursor: "",
  has_more: false,
};

/** The first call is what makes Plaid tell of updates, and fetch at all when the Item was linked without transactions. */
async function firstCall(bank: Bank, item: SandboxItem): Promise<void> {
  const unused = !item.products.includes("transactions");
  await bank.change(() => {
    item.syncCalled = true;
    if (unused) item.products.push("transactions");
  });
  if (unused) await setHistory(bank, item, "complete");
}

function chosenKeys(bank: Bank, item: SandboxItem, accountId: string | undefined): ReadonlySet<AccountKey> {
  const keys = listedKeys(bank, item);
  if (accountId === undefined) return keys;
  const chosen = [...keys].filter((key) => derivedId(item.itemId, "account", key) === accountId);
  if (chosen.length === 0) throw plaidErrors.invalidAccountId();
  return new Set(chosen);
}

const syncTransactions = endpoint(
  TransactionsSync,
  async (request, bank): Promise<Answer<TransactionsSyncResponse>> => {
    const item = bank.itemOf(request.access_token);
    const wasReady = item.history !== "none";
    if (!item.syncCalled) await firstCall(bank, item);
    if (!wasReady) return NOT_READY;
    const { account_id: accountId, include_original_description: withText } = request.options ?? {};
    const page = syncPage(bank, {
      item,
      scope: { itemId: item.itemId, accountId: accountId ?? null },
      cursor: request.cursor ?? undefined,
      count: request.count,
      accounts: chosenKeys(bank, item, accountId),
    });
    const rows = (wanted: Change["kind"]) =>
      page.changes.filter(({ kind }) => kind === wanted).map(({ row }) => row);
    const told = (row: Row) => toPlaidTransaction(item.itemId, row, withText ?? false);
    return {
      transactions_update_status:
        item.history === "initial" ? "INITIAL_UPDATE_COMPLETE" : "HISTORICAL_UPDATE_COMPLETE",
      accounts: plaidAccounts(bank, item, isListed),
      added: rows("added").map(told),
      modified: rows("modified").map(told),
      removed: rows("removed").map(({ key, entry }) => ({
        transaction_id: derivedId(item.itemId, "transaction", key),
        account_id: derivedId(item.itemId, "account", entry.account),
      })),
      next_cursor: page.nextCursor,
      has_more: page.hasMore,
    };
  },
);

export const transactionsEndpoints: Record<string, Endpoint> = { "/transactions/sync": syncTransactions };

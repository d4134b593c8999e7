import type { TransactionsSyncResponse } from "plaid";
import { z } from "zod";
import { isListed, listedKeys, plaidAccounts } from "../bank/accounts-of";
import type { Bank } from "../bank/open-bank";
import type { SandboxItem } from "../bank/state";
import { syncPage } from "../bank/sync-page";
import type { AccountKey } from "../household/entry";
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

/** The first call for an Item without transactions makes Plaid fetch them: nothing is there yet. */
async function startFetching(bank: Bank, { itemId }: SandboxItem): Promise<Answer<TransactionsSyncResponse>> {
  await bank.change((state) => {
    for (const item of state.items) {
      if (item.itemId !== itemId) continue;
      item.history = "complete";
      if (!item.products.includes("transactions")) item.products.push("transactions");
    }
  });
  return {
    transactions_update_status: "NOT_READY",
    accounts: [],
    added: [],
    modified: [],
    removed: [],
    next_cursor: "",
    has_more: false,
  };
}

function chosenKeys(bank: Bank, item: SandboxItem, accountId: string | undefined): ReadonlySet<AccountKey> {
  const keys = listedKeys(bank.householdOf(item), item);
  if (accountId === undefined) return keys;
  const chosen = [...keys].filter((key) => derivedId(item.itemId, "account", key) === accountId);
  if (chosen.length === 0) throw plaidErrors.invalidAccountId();
  return new Set(chosen);
}

const syncTransactions = endpoint(
  TransactionsSync,
  async (request, bank): Promise<Answer<TransactionsSyncResponse>> => {
    const item = bank.itemOf(request.access_token);
    if (item.history === "none") return startFetching(bank, item);
    const { account_id: accountId, include_original_description: withText } = request.options ?? {};
    const page = syncPage(bank, {
      item,
      scope: { itemId: item.itemId, accountId: accountId ?? null },
      cursor: request.cursor ?? undefined,
      count: request.count,
      accounts: chosenKeys(bank, item, accountId),
    });
    const added = page.changes.filter(({ kind }) => kind === "added");
    const removed = page.changes.filter(({ kind }) => kind === "removed");
    return {
      transactions_update_status:
        item.history === "initial" ? "INITIAL_UPDATE_COMPLETE" : "HISTORICAL_UPDATE_COMPLETE",
      accounts: plaidAccounts(bank, item, isListed),
      added: added.map(({ row }) => toPlaidTransaction(item.itemId, row, withText ?? false)),
      modified: [],
      removed: removed.map(({ row }) => ({
        transaction_id: derivedId(item.itemId, "transaction", row.key),
        account_id: derivedId(item.itemId, "account", row.entry.account),
      })),
      next_cursor: page.nextCursor,
      has_more: page.hasMore,
    };
  },
);

export const transactionsEndpoints: Record<string, Endpoint> = { "/transactions/sync": syncTransactions };

import type { TransactionsGetResponse, TransactionsRefreshResponse } from "plaid";
import { z } from "zod";
import { isListed, plaidAccounts } from "../bank/accounts-of";
import { revisionNow } from "../bank/announce-changes";
import { refreshTransactions } from "../bank/refresh-transactions";
import { requestedAccounts } from "../bank/requested-accounts";
import { dateOf } from "../bank/revision";
import { requireProduct } from "../bank/use-product";
import { plaidErrors } from "../plaid-error";
import { toPlaidItem } from "../wire/to-plaid-item";
import { toPlaidTransaction } from "../wire/to-plaid-transaction";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { AccessToken, AccountIds, DaysRequested } from "./fields";

const TransactionsGet = plaidRequest({
  access_token: AccessToken,
  start_date: z.iso.date(),
  end_date: z.iso.date(),
  options: z
    .strictObject({
      account_ids: AccountIds.optional(),
      count: z.int().min(1).max(500).optional(),
      offset: z.int().min(0).optional(),
      include_original_description: z.boolean().nullish(),
      days_requested: DaysRequested.optional(),
      ...ignored(
        "include_personal_finance_category_beta",
        "include_personal_finance_category",
        "include_logo_and_counterparty_beta",
        "personal_finance_category_version",
      ),
    })
    .optional(),
});

/** Rows dated within the two days, both included, the latest first. */
const getTransactions = endpoint(
  TransactionsGet,
  async (request, bank): Promise<Answer<TransactionsGetResponse>> => {
    const item = bank.itemOf(request.access_token);
    const { start_date: first, end_date: last, options = {} } = request;
    if (first > last) throw plaidErrors.invalidField("start_date must not be after end_date");
    await requireProduct(bank, item, "transactions");
    if (item.history === "none") throw plaidErrors.productNotReady();
    const accounts = requestedAccounts(bank, item, options.account_ids).filter(isListed);
    const wanted = new Set(accounts.map(({ key }) => key));
    const rows = bank.ledger
      .rows(item, revisionNow(bank, item))
      .filter((row) => wanted.has(row.entry.account) && dateOf(row) >= first && dateOf(row) <= last)
      .sort((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) < dateOf(b) ? 1 : -1));
    const { offset = 0, count = 100, include_original_description: withText } = options;
    return {
      accounts: plaidAccounts(bank, item, ({ key }) => wanted.has(key)),
      transactions: rows
        .slice(offset, offset + count)
        .map((row) => toPlaidTransaction(item.itemId, row, withText ?? false)),
      total_transactions: rows.length,
      item: toPlaidItem(item),
    };
  },
);

const refresh = endpoint(
  plaidRequest({ access_token: AccessToken }),
  async (request, bank): Promise<Answer<TransactionsRefreshResponse>> => {
    const item = bank.itemOf(request.access_token);
    await requireProduct(bank, item, "transactions");
    await refreshTransactions(bank, item);
    return {};
  },
);

export const transactionsGetEndpoints: Record<string, Endpoint> = {
  "/transactions/get": getTransactions,
  "/transactions/refresh": refresh,
};

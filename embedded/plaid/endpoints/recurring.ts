import type { TransactionsRecurringGetResponse } from "plaid";
import { z } from "zod";
import { isListed } from "../bank/accounts-of";
import { revisionNow } from "../bank/announce-changes";
import { requestedAccounts } from "../bank/requested-accounts";
import { requireProduct } from "../bank/use-product";
import { recurringStreams } from "../household/recurring-streams";
import { plaidErrors } from "../plaid-error";
import { toPlaidStream } from "../wire/to-plaid-stream";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, ignored, plaidRequest } from "./endpoint";
import { AccessToken, AccountIds } from "./fields";

/** Plaid finds streams only when it has the whole history. */
const getRecurring = endpoint(
  plaidRequest({
    access_token: AccessToken,
    account_ids: AccountIds.optional(),
    options: z
      .strictObject(ignored("include_personal_finance_category", "personal_finance_category_version"))
      .optional(),
  }),
  async (request, bank): Promise<Answer<TransactionsRecurringGetResponse>> => {
    const item = bank.itemOf(request.access_token);
    await requireProduct(bank, item, "transactions");
    await requireProduct(bank, item, "recurring_transactions");
    if (item.history !== "complete") throw plaidErrors.productNotReady();
    const accounts = requestedAccounts(bank, item, request.account_ids).filter(isListed);
    const currencies = new Map(accounts.map(({ key, currency }) => [key, currency]));
    const rows = bank.ledger
      .rows(item, revisionNow(bank, item))
      .filter(({ entry }) => currencies.has(entry.account));
    const streams = recurringStreams(rows, bank.today(item));
    const told = (wanted: "inflow" | "outflow") =>
      streams
        .filter(({ direction }) => direction === wanted)
        .map((stream) => toPlaidStream(item.itemId, stream, currencies.get(stream.account) ?? "USD"));
    return {
      inflow_streams: told("inflow"),
      outflow_streams: told("outflow"),
      updated_datetime: bank.now().toISOString(),
      personal_finance_category_version: "v2",
    };
  },
);

export const recurringEndpoints: Record<string, Endpoint> = {
  "/transactions/recurring/get": getRecurring,
};

import type {
  SandboxItemFireWebhookResponse,
  SandboxItemResetLoginResponse,
  SandboxTransactionsCreateResponse,
} from "plaid";
import { z } from "zod";
import { listedKeys } from "../bank/accounts-of";
import { announceChanges, revisionNow } from "../bank/announce-changes";
import type { Edit } from "../bank/edit";
import { editItem } from "../bank/edit-item";
import { FIRED_CODES, firedWebhook } from "../bank/fired-webhook";
import { itemError, setProblem } from "../bank/problems";
import { requestedAccounts } from "../bank/requested-accounts";
import { addDays } from "../household/calendar";
import { PlaidError, plaidErrors } from "../plaid-error";
import { sendWebhook } from "../webhooks/send-webhook";
import { randomId } from "../wire/opaque-id";
import type { Answer } from "../wire/wire";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

/** Sends one webhook now; nothing else happens to the item. */
const fireWebhook = endpoint(
  plaidRequest({
    access_token: AccessToken,
    webhook_code: z.enum(FIRED_CODES),
    webhook_type: z.string().optional(),
  }),
  async (request, bank): Promise<Answer<SandboxItemFireWebhookResponse>> => {
    const item = bank.itemOf(request.access_token);
    const webhook = firedWebhook(bank, item, request.webhook_code, request.webhook_type);
    if (!(await sendWebhook(bank, item, webhook))) {
      throw new PlaidError(
        "SANDBOX_ERROR",
        "SANDBOX_WEBHOOK_INVALID",
        "Webhook for this item has not been set",
      );
    }
    return { webhook_fired: true };
  },
);

const resetLogin = endpoint(
  plaidRequest({ access_token: AccessToken }),
  async (request, bank): Promise<Answer<SandboxItemResetLoginResponse>> => {
    const item = bank.itemOf(request.access_token);
    await setProblem(bank, item, "ITEM_LOGIN_REQUIRED");
    await sendWebhook(bank, item, { type: "ITEM", code: "ERROR", error: itemError(item) });
    return { reset_login: true };
  },
);

const DYNAMIC_USER = "user_transactions_dynamic";
const MOST_CREATED = 10;
const DAYS_BACK = 14;

const NewTransaction = z.strictObject({
  date_transacted: z.iso.date(),
  date_posted: z.iso.date(),
  amount: z.number(),
  description: z.string().min(1, "must be a non-empty string"),
  iso_currency_code: z.string().optional(),
});

function checkDates(
  { date_transacted: made, date_posted: posted }: z.infer<typeof NewTransaction>,
  today: string,
) {
  const earliest = addDays(today, -DAYS_BACK);
  for (const date of [made, posted]) {
    if (date > today || date < earliest) {
      throw plaidErrors.invalidField(`dates must be between ${earliest} and ${today}`);
    }
  }
  if (made > posted) throw plaidErrors.invalidField("date_posted must not be before date_transacted");
}

/** https://plaid.com/docs/api/sandbox/#sandboxtransactionscreate */
const createTransactions = endpoint(
  plaidRequest({
    access_token: AccessToken,
    transactions: z.array(NewTransaction).min(1).max(MOST_CREATED, `at most ${MOST_CREATED} transactions`),
  }),
  async (request, bank): Promise<Answer<SandboxTransactionsCreateResponse>> => {
    const item = bank.itemOf(request.access_token);
    if (item.username !== DYNAMIC_USER) {
      throw plaidErrors.invalidField(`transactions can only be created for Items of ${DYNAMIC_USER}`);
    }
    const today = bank.today(item);
    for (const transaction of request.transactions) checkDates(transaction, today);
    const listed = listedKeys(bank, item);
    const account = requestedAccounts(bank, item, null).find(
      ({ key, type }) => type === "depository" && listed.has(key),
    );
    if (account === undefined) throw plaidErrors.invalidField("this Item has no depository account");
    const before = revisionNow(bank, item);
    const edits = request.transactions.map(
      (transaction): Edit => ({
        kind: "made",
        key: `made:${randomId()}`,
        row: {
          account: account.key,
          amountCents: Math.round(transaction.amount * 100),
          transactedOn: transaction.date_transacted,
          postedOn: transaction.date_posted,
          name: transaction.description,
          merchant: null,
          category: null,
        },
      }),
    );
    await editItem(bank, item, ...edits);
    await announceChanges(bank, item, before);
    return {};
  },
);

export const sandboxItemEndpoints: Record<string, Endpoint> = {
  "/sandbox/item/fire_webhook": fireWebhook,
  "/sandbox/item/reset_login": resetLogin,
  "/sandbox/transactions/create": createTransactions,
};

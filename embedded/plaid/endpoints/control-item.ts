import { z } from "zod";
import { accountsAt, listedKeys, plaidAccounts } from "../bank/accounts-of";
import { announceChanges, revisionNow } from "../bank/announce-changes";
import { MadeRow } from "../bank/edit";
import { amendRow, createRow, postRow, removeRow, revokeAccount } from "../bank/edit-item";
import { syncUpdatesAvailable } from "../bank/history";
import type { Bank } from "../bank/open-bank";
import { isBlocked, itemError, PROBLEM_CODES, setProblem, stopsAt } from "../bank/problems";
import type { SandboxItem } from "../bank/state";
import { plaidErrors } from "../plaid-error";
import { sendWebhook, type Webhook } from "../webhooks/send-webhook";
import { derivedId } from "../wire/opaque-id";
import { toPlaidTransaction } from "../wire/to-plaid-transaction";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

function accountKey(bank: Bank, item: SandboxItem, accountId: string | undefined) {
  const found = accountsAt(bank, item).find(
    ({ key }) => derivedId(item.itemId, "account", key) === accountId,
  );
  if (found === undefined) throw plaidErrors.invalidAccountId();
  return found.key;
}

function newsOf(bank: Bank, item: SandboxItem, code: string): Webhook {
  const inAWeek = stopsAt(bank.now().toISOString());
  if (code === "PENDING_DISCONNECT") {
    return { type: "ITEM", code, reason: "INSTITUTION_MIGRATION", disconnect_time: inAWeek };
  }
  if (code === "PENDING_EXPIRATION") return { type: "ITEM", code, consent_expiration_time: inAWeek };
  if (code === "NEW_ACCOUNTS_AVAILABLE") return { type: "ITEM", code, error: null };
  const error = itemError(item);
  return code === "USER_PERMISSION_REVOKED"
    ? { type: "ITEM", code, error }
    : { type: "ITEM", code: "ERROR", error };
}

/** Everything is well again, and what happened meanwhile is told. */
async function repair(bank: Bank, item: SandboxItem): Promise<void> {
  const wasBlocked = isBlocked(item);
  await setProblem(bank, item, null);
  if (!wasBlocked) return;
  await sendWebhook(bank, item, { type: "ITEM", code: "LOGIN_REPAIRED" });
  if (item.syncCalled) await sendWebhook(bank, item, syncUpdatesAvailable(item));
}

const CODES = [...PROBLEM_CODES, "NEW_ACCOUNTS_AVAILABLE", "USER_ACCOUNT_REVOKED"];

/** Something happens to the connection, with the webhook that Plaid sends; null: it is repaired. */
const setItemProblem = endpoint(
  plaidRequest({
    access_token: AccessToken,
    code: z.enum(CODES).nullable(),
    /** With USER_ACCOUNT_REVOKED only. */
    account_id: z.string().optional(),
  }),
  async (request, bank) => {
    const item = bank.itemOf(request.access_token);
    const { code } = request;
    if (code === null) await repair(bank, item);
    else if (code === "USER_ACCOUNT_REVOKED") {
      await revokeAccount(bank, item, accountKey(bank, item, request.account_id));
      await sendWebhook(bank, item, { type: "ITEM", code, account_id: request.account_id });
    } else {
      if (PROBLEM_CODES.includes(code)) await setProblem(bank, item, code);
      await sendWebhook(bank, item, newsOf(bank, item, code));
    }
    return {};
  },
);

function entryKey(bank: Bank, item: SandboxItem, transactionId: string): string {
  const found = bank.ledger
    .rows(item, revisionNow(bank, item))
    .find(({ key }) => derivedId(item.itemId, "transaction", key) === transactionId);
  if (found === undefined) throw plaidErrors.invalidField("transaction_id: no such transaction is shown now");
  return found.entry.key;
}

const Happening = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("made"), account_id: z.string(), row: MadeRow.omit({ account: true }) }),
  z.object({
    kind: z.literal("amended"),
    transaction_id: z.string(),
    amountCents: z.int().optional(),
    name: z.string().optional(),
  }),
  z.object({ kind: z.literal("removed"), transaction_id: z.string() }),
  z.object({ kind: z.literal("posted"), transaction_id: z.string() }),
]);

/** The bank makes, changes, posts or takes back one row, with the news of it. */
const editTransactions = endpoint(
  plaidRequest({ access_token: AccessToken, edit: Happening }),
  async ({ access_token: accessToken, edit }, bank) => {
    const item = bank.itemOf(accessToken);
    const before = revisionNow(bank, item);
    if (edit.kind === "made") {
      await createRow(bank, item, { ...edit.row, account: accountKey(bank, item, edit.account_id) });
    } else {
      const key = entryKey(bank, item, edit.transaction_id);
      if (edit.kind === "removed") await removeRow(bank, item, key);
      else if (edit.kind === "posted") await postRow(bank, item, key, bank.today(item));
      else {
        const { amountCents, name } = edit;
        await amendRow(bank, item, key, {
          ...(amountCents === undefined ? {} : { amountCents }),
          ...(name === undefined ? {} : { name }),
        });
      }
    }
    await announceChanges(bank, item, before);
    return {};
  },
);

/** The truth about an Item as of now, whatever Plaid could tell of it. */
const showBooks = endpoint(plaidRequest({ access_token: AccessToken }), (request, bank) => {
  const item = bank.itemOf(request.access_token);
  const listed = listedKeys(bank, item);
  const rows = bank.ledger.rows(item, revisionNow(bank, item));
  return {
    today: bank.today(item),
    accounts: plaidAccounts(bank, item, () => true),
    transactions: rows
      .filter(({ entry }) => listed.has(entry.account))
      .map((row) => toPlaidTransaction(item.itemId, row, true)),
  };
});

export const controlItemEndpoints: Record<string, Endpoint> = {
  "/control/problem": setItemProblem,
  "/control/edit": editTransactions,
  "/control/books": showBooks,
};

import { plaidErrors } from "../plaid-error";
import type { Webhook } from "../webhooks/send-webhook";
import { derivedId } from "../wire/opaque-id";
import { accountsAt, listedKeys } from "./accounts-of";
import { syncUpdatesAvailable } from "./history";
import type { Bank } from "./open-bank";
import { itemError } from "./problems";
import type { SandboxItem } from "./state";

/** Every code that Plaid's sandbox can fire. https://plaid.com/docs/api/sandbox/#sandboxitemfire_webhook */
export const FIRED_CODES = [
  "DEFAULT_UPDATE",
  "NEW_ACCOUNTS_AVAILABLE",
  "SMS_MICRODEPOSITS_VERIFICATION",
  "AUTHORIZATION_GRANTED",
  "USER_PERMISSION_REVOKED",
  "USER_ACCOUNT_REVOKED",
  "PENDING_DISCONNECT",
  "RECURRING_TRANSACTIONS_UPDATE",
  "LOGIN_REPAIRED",
  "SYNC_UPDATES_AVAILABLE",
  "PRODUCT_READY",
  "ERROR",
] as const;
export type FiredCode = (typeof FIRED_CODES)[number];

const WEEK_MILLISECONDS = 7 * 86_400_000;

/** DEFAULT_UPDATE is said of several products: which one, only its type tells. */
function defaultUpdate(type: string): Webhook {
  const code = "DEFAULT_UPDATE";
  if (type === "HOLDINGS") return { type, code, error: null, new_holdings: 0, updated_holdings: 1 };
  if (type === "LIABILITIES") {
    return {
      type,
      code,
      error: null,
      account_ids_with_new_liabilities: [],
      account_ids_with_updated_liabilities: {},
    };
  }
  if (type === "INVESTMENTS_TRANSACTIONS") {
    return {
      type,
      code,
      error: null,
      new_investments_transactions: 0,
      cancelled_investments_transactions: 0,
    };
  }
  if (type !== "TRANSACTIONS") {
    throw plaidErrors.invalidField(`DEFAULT_UPDATE cannot be fired for webhook_type ${type}`);
  }
  return { type, code, error: null, new_transactions: 0 };
}

/** The one that Plaid would send for this code, about the item as it is; it changes nothing. @throws {PlaidError} INVALID_FIELD */
export function firedWebhook(
  bank: Bank,
  item: SandboxItem,
  code: FiredCode,
  type: string | undefined,
): Webhook {
  const accountId = (key: string) => derivedId(item.itemId, "account", key);
  const asIf = (problem: string) =>
    itemError({ ...item, problem: { code: problem, at: bank.now().toISOString() } });
  const [first] = accountsAt(bank, item);
  const account = first === undefined ? {} : { account_id: accountId(first.key) };
  const webhooks: Record<FiredCode, () => Webhook> = {
    DEFAULT_UPDATE: () => defaultUpdate(type ?? "TRANSACTIONS"),
    NEW_ACCOUNTS_AVAILABLE: () => ({ type: "ITEM", code, error: null }),
    SMS_MICRODEPOSITS_VERIFICATION: () => ({ type: "AUTH", code, status: "MANUALLY_VERIFIED", ...account }),
    AUTHORIZATION_GRANTED: () => ({ type: "WALLET", code, error: null }),
    USER_PERMISSION_REVOKED: () => ({ type: "ITEM", code, error: asIf("USER_PERMISSION_REVOKED") }),
    USER_ACCOUNT_REVOKED: () => ({ type: "ITEM", code, ...account }),
    PENDING_DISCONNECT: () => ({
      type: "ITEM",
      code,
      reason: "INSTITUTION_MIGRATION",
      disconnect_time: new Date(bank.now().getTime() + WEEK_MILLISECONDS).toISOString(),
    }),
    RECURRING_TRANSACTIONS_UPDATE: () => ({
      type: "TRANSACTIONS",
      code,
      account_ids: [...listedKeys(bank, item)].map(accountId),
    }),
    LOGIN_REPAIRED: () => ({ type: "ITEM", code }),
    SYNC_UPDATES_AVAILABLE: () => syncUpdatesAvailable(item),
    PRODUCT_READY: () => ({ type: type ?? "ASSETS", code, error: null }),
    ERROR: () => ({ type: "ITEM", code, error: itemError(item) ?? asIf("ITEM_LOGIN_REQUIRED") }),
  };
  return webhooks[code]();
}

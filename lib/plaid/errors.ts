import { AppError } from "../errors";

/** What our code does about an error of Plaid. https://plaid.com/docs/errors/ */
export type PlaidErrorClass =
  | "user_must_act"
  | "gone"
  | "retry_soon"
  | "bank_down"
  | "not_ready"
  | "restart_sync"
  | "unsupported"
  | "link_used"
  | "our_fault";

/** An error that Plaid answered with, or a network that did not answer at all (`code` is then NETWORK). */
export class PlaidFailure extends AppError {
  readonly plaidCode: string;
  readonly kind: PlaidErrorClass;

  constructor(plaidCode: string, kind: PlaidErrorClass, options: { cause?: unknown } = {}) {
    super(CLASSES[kind].code, CLASSES[kind].message, options);
    this.plaidCode = plaidCode;
    this.kind = kind;
  }
}

const CLASSES = {
  user_must_act: {
    code: "conflict",
    message: "Your bank asks you to sign in again. Reconnect it on the accounts page.",
  },
  gone: { code: "conflict", message: "This bank connection has ended. Connect the bank again." },
  retry_soon: {
    code: "unavailable",
    message: "The bank data service does not answer now. We will try again.",
  },
  bank_down: { code: "unavailable", message: "Your bank cannot be reached now. We will try again later." },
  not_ready: {
    code: "unavailable",
    message: "The bank is still preparing your data. We will try again soon.",
  },
  restart_sync: {
    code: "unavailable",
    message: "The bank's data changed while we read it. We will try again.",
  },
  unsupported: { code: "conflict", message: "This bank does not offer the data we need." },
  link_used: {
    code: "conflict",
    message: "This bank sign-in was already used or has expired. Connect the bank again.",
  },
  our_fault: {
    code: "internal",
    message: "The bank data service refused our request. Check the PLAID_ settings of this installation.",
  },
} as const satisfies Record<
  PlaidErrorClass,
  { code: "conflict" | "unavailable" | "internal"; message: string }
>;

const CODES: Record<PlaidErrorClass, readonly string[]> = {
  user_must_act: [
    "ITEM_LOGIN_REQUIRED",
    "PENDING_EXPIRATION",
    "PENDING_DISCONNECT",
    "INVALID_CREDENTIALS",
    "INVALID_MFA",
    "INVALID_OTP",
    "INVALID_UPDATED_USERNAME",
    "INSUFFICIENT_CREDENTIALS",
    "ITEM_LOCKED",
    "USER_SETUP_REQUIRED",
    "USER_INPUT_TIMEOUT",
    "PASSWORD_RESET_REQUIRED",
    "ACCESS_NOT_GRANTED",
    "ADDITIONAL_CONSENT_REQUIRED",
  ],
  gone: [
    "ITEM_NOT_FOUND",
    "USER_PERMISSION_REVOKED",
    "USER_ACCOUNT_REVOKED",
    "ITEM_CONCURRENTLY_DELETED",
    "INVALID_ACCESS_TOKEN",
  ],
  retry_soon: ["INTERNAL_SERVER_ERROR", "PLANNED_MAINTENANCE"],
  bank_down: ["INSTITUTION_DOWN", "INSTITUTION_NOT_RESPONDING", "INSTITUTION_NOT_AVAILABLE"],
  not_ready: ["PRODUCT_NOT_READY"],
  restart_sync: ["TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION"],
  link_used: ["INVALID_PUBLIC_TOKEN"],
  unsupported: [
    "PRODUCTS_NOT_SUPPORTED",
    "PRODUCT_NOT_ENABLED",
    "ITEM_NOT_SUPPORTED",
    "MFA_NOT_SUPPORTED",
    "NO_ACCOUNTS",
    "NO_AUTH_ACCOUNTS",
    "NO_LIABILITY_ACCOUNTS",
    "NO_INVESTMENT_ACCOUNTS",
    "INSTITUTION_NO_LONGER_SUPPORTED",
    "UNSUPPORTED_RESPONSE",
    "UNAUTHORIZED_INSTITUTION",
  ],
  our_fault: ["INVALID_API_KEYS", "INSTITUTION_REGISTRATION_REQUIRED"],
};

const BY_CODE = new Map(
  (Object.keys(CODES) as PlaidErrorClass[]).flatMap((kind) => CODES[kind].map((code) => [code, kind])),
);

/** Codes grow without notice, so an unknown one is judged by its type and its HTTP status. */
function classOf(code: string, type: string, status: number): PlaidErrorClass {
  const known = BY_CODE.get(code);
  if (known) return known;
  if (type === "RATE_LIMIT_EXCEEDED" || status === 429 || status >= 500) return "retry_soon";
  if (type === "INSTITUTION_ERROR") return "bank_down";
  if (type === "ITEM_ERROR") return "user_must_act";
  return "our_fault";
}

/**
 * The class of a code that comes without an HTTP status: from a webhook, an item's own description, or as it was stored.
 * @param type Plaid's error_type, where it is known
 */
export const classOfCode = (code: string, type = "ITEM_ERROR"): PlaidErrorClass => classOf(code, type, 0);

/** What is wrong with an item: a `PlaidFailure` says so, or the item itself does although Plaid answers. */
export type ToldProblem = Pick<PlaidFailure, "plaidCode" | "kind">;

/** Of an item's own description. */
export const toldProblem = (
  error: { error_code: string; error_type?: string } | null | undefined,
): ToldProblem | null =>
  error ? { plaidCode: error.error_code, kind: classOfCode(error.error_code, error.error_type) } : null;

/** What an error code means for the person, in plain words. */
export const plaidProblem = (code: string, type?: string): string => CLASSES[classOfCode(code, type)].message;

type HttpFailure = { response?: { status: number; data?: unknown } | undefined; isAxiosError: true };

const isHttpFailure = (thrown: unknown): thrown is HttpFailure =>
  typeof thrown === "object" && thrown !== null && "isAxiosError" in thrown && thrown.isAxiosError === true;

/**
 * Any error of a call of the SDK as an `AppError`. The SDK's own error object carries the request with our keys and
 * the access token, so it never becomes the cause: only Plaid's code, type and request id do.
 */
export function fromPlaid(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!isHttpFailure(thrown)) return new AppError("internal", "Reading bank data failed.", { cause: thrown });
  if (!thrown.response) return new PlaidFailure("NETWORK", "retry_soon", { cause: networkReason(thrown) });
  const { status, data } = thrown.response;
  const code = textAt(data, "error_code");
  const type = textAt(data, "error_type");
  const cause = { status, code, type, requestId: textAt(data, "request_id") };
  return new PlaidFailure(code || `HTTP_${status}`, classOf(code, type, status), { cause });
}

/** Runs one call of the SDK. @throws {PlaidFailure} see `fromPlaid` */
export async function askPlaid<Data>(call: () => Promise<{ data: Data }>): Promise<Data> {
  try {
    return (await call()).data;
  } catch (thrown) {
    throw fromPlaid(thrown);
  }
}

function textAt(data: unknown, key: string): string {
  if (typeof data !== "object" || data === null) return "";
  const value = (data as Record<string, unknown>)[key];
  return typeof value === "string" ? value : "";
}

const networkReason = (thrown: unknown) => ({ reason: textAt(thrown, "code") || textAt(thrown, "message") });

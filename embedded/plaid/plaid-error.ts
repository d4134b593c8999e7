import type { PlaidErrorType } from "plaid";
import type { Wire } from "./wire/wire";

export type PlaidErrorKind = Wire<PlaidErrorType>;

/** An error as Plaid answers it; the status is that of Plaid's own documentation. */
export class PlaidError extends Error {
  override readonly name = "PlaidError";
  readonly type: PlaidErrorKind;
  readonly code: string;
  readonly status: number;
  readonly displayMessage: string | null;

  constructor(
    type: PlaidErrorKind,
    code: string,
    message: string,
    more: { status?: number; display?: string } = {},
  ) {
    super(message);
    this.type = type;
    this.code = code;
    this.status = more.status ?? 400;
    this.displayMessage = more.display ?? null;
  }
}

/** Every error that this bank knows how to answer, in one place to compare with Plaid's list. */
export const plaidErrors = {
  invalidApiKeys: () =>
    new PlaidError("INVALID_INPUT", "INVALID_API_KEYS", "invalid client_id or secret provided"),
  missingFields: (names: readonly string[]) =>
    new PlaidError(
      "INVALID_REQUEST",
      "MISSING_FIELDS",
      `the following required fields are missing: ${names.join(", ")}`,
    ),
  unknownFields: (names: readonly string[]) =>
    new PlaidError(
      "INVALID_REQUEST",
      "UNKNOWN_FIELDS",
      `the following fields are not recognized by this endpoint: ${names.join(", ")}`,
    ),
  invalidField: (message: string) => new PlaidError("INVALID_REQUEST", "INVALID_FIELD", message),
  invalidBody: (message = "body could not be parsed as JSON") =>
    new PlaidError("INVALID_REQUEST", "INVALID_BODY", message),
  notFound: () => new PlaidError("INVALID_REQUEST", "NOT_FOUND", "not found", { status: 404 }),
  invalidAccessToken: (message = "could not find matching access token") =>
    new PlaidError("INVALID_INPUT", "INVALID_ACCESS_TOKEN", message),
  invalidPublicToken: (message = "could not find matching public token") =>
    new PlaidError("INVALID_INPUT", "INVALID_PUBLIC_TOKEN", message),
  invalidInstitution: () =>
    new PlaidError("INVALID_INPUT", "INVALID_INSTITUTION", "invalid institution_id provided"),
  invalidProduct: (message: string) => new PlaidError("INVALID_INPUT", "INVALID_PRODUCT", message),
  productsNotSupported: (message: string) => new PlaidError("ITEM_ERROR", "PRODUCTS_NOT_SUPPORTED", message),
  invalidAccountId: () =>
    new PlaidError(
      "INVALID_INPUT",
      "INVALID_ACCOUNT_ID",
      "failed to find requested account ID for requested item",
    ),
  invalidCredentials: () =>
    new PlaidError("ITEM_ERROR", "INVALID_CREDENTIALS", "the provided credentials were not correct", {
      display: "The provided credentials were not correct. Please try again.",
    }),
  itemNotFound: () =>
    new PlaidError(
      "ITEM_ERROR",
      "ITEM_NOT_FOUND",
      "The Item you requested cannot be found. This Item does not exist, has been previously removed via /item/remove, or has had access removed by the user.",
    ),
  mutationDuringPagination: () =>
    new PlaidError(
      "TRANSACTIONS_ERROR",
      "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
      "Underlying transaction data changed since last page was fetched. Please restart pagination from last update.",
    ),
  rateLimit: (code: string) =>
    new PlaidError(
      "RATE_LIMIT_EXCEEDED",
      code,
      "rate limit exceeded for attempts to access this endpoint. please try again later",
      { status: 429 },
    ),
  institutionDown: () =>
    new PlaidError(
      "INSTITUTION_ERROR",
      "INSTITUTION_DOWN",
      "this institution is not currently responding to this request. please try again soon",
      {
        display:
          "This financial institution is not currently responding to requests. Please try again later.",
      },
    ),
  institutionNotResponding: () =>
    new PlaidError(
      "INSTITUTION_ERROR",
      "INSTITUTION_NOT_RESPONDING",
      "this institution is not currently responding to this request. please try again soon",
      {
        display:
          "This financial institution is not currently responding to requests. Please try again later.",
      },
    ),
  plannedMaintenance: () =>
    new PlaidError(
      "API_ERROR",
      "PLANNED_MAINTENANCE",
      "the Plaid API is temporarily unavailable due to planned maintenance. visit https://status.plaid.com/ for more information",
      { status: 503 },
    ),
  productNotReady: () =>
    new PlaidError(
      "ITEM_ERROR",
      "PRODUCT_NOT_READY",
      "the requested product is not yet ready. please provide a webhook or try the request again later",
    ),
  internal: () =>
    new PlaidError("API_ERROR", "INTERNAL_SERVER_ERROR", "an unexpected error occurred", { status: 500 }),
};

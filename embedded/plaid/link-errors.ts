import { PlaidError } from "./plaid-error";

/** Errors on the way through Link. */
export const linkErrors = {
  invalidLinkToken: (message = "invalid link_token provided") =>
    new PlaidError("INVALID_INPUT", "INVALID_LINK_TOKEN", message),
  invalidMfa: () =>
    new PlaidError("ITEM_ERROR", "INVALID_MFA", "the provided MFA response(s) were not correct", {
      display: "The provided MFA responses were not correct. Please try again.",
    }),
  /** The session is over, unknown, or not yet signed in: what Link itself answers is not documented. */
  invalidSession: (message: string) => new PlaidError("INVALID_REQUEST", "INVALID_FIELD", message),
  noAccounts: () =>
    new PlaidError("ITEM_ERROR", "NO_ACCOUNTS", "no valid accounts exist for this item", {
      display: "This bank login has no accounts that can be connected.",
    }),
};

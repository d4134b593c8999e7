import { PlaidError } from "../plaid-error";
import type { Bank } from "./open-bank";
import type { SandboxItem } from "./state";

type Trouble = { message: string; display: string | null };

const NEEDS_LOGIN =
  "the login details of this item have changed (credentials, MFA, or required user action) and a user login is required to update this information. use Link's update mode to restore the item to a good state";

/** What stops Plaid from reading an item. https://plaid.com/docs/errors/item/ */
const BLOCKING: Record<string, Trouble> = {
  ITEM_LOGIN_REQUIRED: {
    message: NEEDS_LOGIN,
    display: "Your account's login details have changed. Please sign in again.",
  },
  INVALID_CREDENTIALS: {
    message: "the provided credentials were not correct",
    display: "The provided credentials were not correct. Please try again.",
  },
  INVALID_MFA: {
    message: "the provided MFA response(s) were not correct",
    display: "The provided MFA responses were not correct. Please try again.",
  },
  ITEM_LOCKED: {
    message: "this account is locked. the user must unlock the account directly at the institution",
    display: "The given account is locked. Please unlock it at your financial institution.",
  },
  USER_SETUP_REQUIRED: {
    message: "the account has not been fully set up. prompt the user to visit the institution's website",
    display: "The given account is not fully set up. Please visit your financial institution's website.",
  },
  PASSWORD_RESET_REQUIRED: {
    message: "the user must reset their password at the institution",
    display: "Please reset your password at your financial institution.",
  },
  ACCESS_NOT_GRANTED: { message: "access to this product was not granted for the account", display: null },
  USER_PERMISSION_REVOKED: {
    message: "the holder of this account has revoked their permission for your application to access it",
    display: null,
  },
  NO_ACCOUNTS: { message: "no valid accounts were found for this item", display: null },
  INSTITUTION_NO_LONGER_SUPPORTED: {
    message: "this institution is no longer supported",
    display: "This financial institution is no longer supported.",
  },
};

const WEEK_MILLISECONDS = 7 * 86_400_000;

/** What is about to stop it; until then all goes on. */
const PENDING = ["PENDING_DISCONNECT", "PENDING_EXPIRATION"];

export const PROBLEM_CODES = [...Object.keys(BLOCKING), ...PENDING];

export const isBlocked = ({ problem }: SandboxItem): boolean =>
  problem !== null && BLOCKING[problem.code] !== undefined;

/** The error that every reading of this item gets; null when it can be read. */
export function itemProblem({ problem }: SandboxItem): PlaidError | null {
  const trouble = problem === null ? undefined : BLOCKING[problem.code];
  if (problem === null || trouble === undefined) return null;
  const type = problem.code.startsWith("INSTITUTION_") ? "INSTITUTION_ERROR" : "ITEM_ERROR";
  return new PlaidError(
    type,
    problem.code,
    trouble.message,
    trouble.display === null ? {} : { display: trouble.display },
  );
}

/** The same as part of an Item or of a webhook, where an error has no request id. */
export function itemError(item: SandboxItem) {
  const error = itemProblem(item);
  if (error === null) return null;
  return {
    error_type: error.type,
    error_code: error.code,
    error_code_reason: null,
    error_message: error.message,
    display_message: error.displayMessage,
    status: error.status,
  };
}

/** When what is about to stop Plaid does so: a week after it was announced. */
export const stopsAt = (at: string): string => new Date(Date.parse(at) + WEEK_MILLISECONDS).toISOString();

/** When the person's consent ends, once that is near. */
export function consentExpiration({ problem }: SandboxItem): string | null {
  return problem?.code === "PENDING_EXPIRATION" ? stopsAt(problem.at) : null;
}

/** Something is wrong with an item from now on, or (null) nothing any more. Nobody is told by it. */
export async function setProblem(bank: Bank, { itemId }: SandboxItem, code: string | null): Promise<void> {
  const at = bank.now().toISOString();
  await bank.change((state) => {
    for (const item of state.items) {
      if (item.itemId === itemId) item.problem = code === null ? null : { code, at };
    }
  });
}

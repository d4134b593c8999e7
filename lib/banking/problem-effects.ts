import type { Item } from "../db/queries/items";
import type { PlaidErrorClass, ToldProblem } from "../plaid/errors";
import type { Pace } from "./retry-delay";

export type Effect = {
  /** Null: passing, the next try will tell. */
  status: "login_required" | "error" | null;
  /** `poll`: as soon as a bank that is well. Null: waiting does not help. */
  next: Pace | "poll" | null;
};

/**
 * What an error of each class means for a bank. https://plaid.com/docs/errors/
 *
 * What is our fault (wrong keys) is told to the operator by the log and tried with the ordinary poll: once it is mended,
 * every bank must come back by itself. So must those whose token keys of another environment do not open (`gone`, but for
 * what `endsAccess`). Where the person must act, we hear of it; once a day we ask, because that news may be lost.
 */
export const EFFECTS: Record<PlaidErrorClass, Effect> = {
  user_must_act: { status: "login_required", next: "daily" },
  gone: { status: "error", next: "poll" },
  unsupported: { status: "error", next: null },
  link_used: { status: "error", next: null },
  bank_down: { status: "error", next: "hours" },
  our_fault: { status: "error", next: "poll" },
  retry_soon: { status: null, next: "soon" },
  not_ready: { status: null, next: "soon" },
  restart_sync: { status: null, next: "soon" },
};

/** It still works; the person should sign in again before it ends. */
export const isWarning = (plaidCode: string): boolean => plaidCode.startsWith("PENDING_");

/**
 * Codes after which the link is over at Plaid and what came through it is deleted. `INVALID_ACCESS_TOKEN` is not among
 * them: all tokens are invalid for keys of another environment, and a wrong setting must not delete anybody's data.
 */
const ENDINGS = new Set(["ITEM_NOT_FOUND", "USER_PERMISSION_REVOKED", "ITEM_CONCURRENTLY_DELETED"]);

export const endsAccess = (plaidCode: string): boolean => ENDINGS.has(plaidCode);

/** How an item stands for which Plaid reports this although it answers; null: well. */
export function statusOf(problem: ToldProblem | null): Pick<Item, "status" | "errorCode"> {
  const status = problem === null || isWarning(problem.plaidCode) ? null : EFFECTS[problem.kind].status;
  if (problem === null || status === null) return { status: "active", errorCode: null };
  return { status, errorCode: problem.plaidCode };
}

import { FAULT_KINDS, type Fault, type FaultKind } from "../bank/fault";
import type { Bank } from "../bank/open-bank";
import { itemProblem } from "../bank/problems";
import { limitCode } from "../bank/rate-limits";
import type { SandboxItem } from "../bank/state";
import type { PlaidErrorKind } from "../plaid-error";
import { PlaidError, plaidErrors } from "../plaid-error";

/** All but "mutation", which strikes between two pages; see syncPage. */
const KINDS: readonly FaultKind[] = FAULT_KINDS.filter((kind) => kind !== "mutation");

/** What reads an item at its bank. The rest (/item/..., /link/...) works while the bank does not let Plaid in. */
const READING = /^\/(accounts|transactions|investments|liabilities)\//;

const ERRORS: Partial<Record<FaultKind, () => PlaidError>> = {
  institution_down: plaidErrors.institutionDown,
  institution_not_responding: plaidErrors.institutionNotResponding,
  internal_error: plaidErrors.internal,
  planned_maintenance: plaidErrors.plannedMaintenance,
  product_not_ready: plaidErrors.productNotReady,
};

function errorOf({ kind, error }: Fault, path: string): PlaidError | null {
  if (kind === "rate_limit") return plaidErrors.rateLimit(limitCode(path));
  if (kind === "error" && error !== null) {
    return new PlaidError(error.type as PlaidErrorKind, error.code, "a test asked for this error", {
      status: error.status,
    });
  }
  return ERRORS[kind]?.() ?? null;
}

function itemIn(bank: Bank, body: Record<string, unknown>): SandboxItem | null {
  return bank.state.items.find(({ accessToken }) => accessToken === body.access_token) ?? null;
}

/**
 * What goes wrong with a request before it is looked at: faults that a test switched on, limits, a bank that does not
 * let Plaid in. Waits out a slow answer.
 * @returns how the connection breaks, or null when it holds
 * @throws {PlaidError}
 */
export async function strike(
  bank: Bank,
  path: string,
  body: Record<string, unknown>,
): Promise<"cut" | "cut_body" | null> {
  if (path.startsWith("/control/")) return null;
  const item = itemIn(bank, body);
  const fault = bank.faults.take(item, path, KINDS);
  const error = fault === null ? null : errorOf(fault, path);
  if (error !== null) throw error;
  if (bank.rateLimits.exceeded(path, item?.itemId ?? null)) throw plaidErrors.rateLimit(limitCode(path));
  const problem = item === null || item.removed || !READING.test(path) ? null : itemProblem(item);
  if (problem !== null) throw problem;
  if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
  return fault?.kind === "cut" || fault?.kind === "cut_body" ? fault.kind : null;
}

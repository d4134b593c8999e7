import { database } from "../db/client";
import { type Item, type ItemProblem, saveItemProblem } from "../db/queries/items";
import { AppError } from "../errors";
import { log } from "../log";
import { PlaidFailure } from "../plaid/errors";
import { accessTokenOf } from "./access-token";
import { endAccess } from "./end-access";
import { type HeldItem, LeaseLost } from "./hold-lease";
import type { OurProblem } from "./our-problems";
import { planAfter } from "./plan-after";
import { EFFECTS, endsAccess, isWarning } from "./problem-effects";
import { ForeignRow } from "./stage-updates";

/** The sealed token does not open: with the keys that this process has, it never will. */
class TokenUnreadable extends AppError {}

/** @throws {TokenUnreadable} */
export function tokenOrProblem(item: Item): string {
  try {
    return accessTokenOf(item);
  } catch (cause) {
    throw new TokenUnreadable("internal", "The access token of this bank cannot be opened.", { cause });
  }
}

/**
 * Writes down what a failed reading means for the item: what the person sees, and when it is tried again. Nothing when
 * another reading has taken over.
 */
export async function noteReadingFailure(
  { item, held }: HeldItem,
  thrown: unknown,
  now: Date,
): Promise<void> {
  if (thrown instanceof LeaseLost) return;
  const plaidCode = thrown instanceof PlaidFailure ? thrown.plaidCode : null;
  if (plaidCode !== null && endsAccess(plaidCode)) return endAccess(item.id, now, plaidCode);
  const problem = thrown instanceof PlaidFailure ? ofPlaid(item, thrown, now) : ourOwn(item, thrown, now);
  const level = problem.errorCode !== undefined && isForOperator(thrown) ? "error" : "warn";
  log()[level]({ itemId: item.id, plaidCode, ...problem }, "bank could not be read");
  const reading = { lease: held.lease, readRequests: item.readRequests, now };
  await saveItemProblem(database(), item.id, problem, reading).catch((err: unknown) =>
    log().warn({ err, itemId: item.id }, "problem of a bank not stored; the plan from before stays"),
  );
}

const isForOperator = (thrown: unknown) => !(thrown instanceof PlaidFailure) || thrown.kind === "our_fault";

function ofPlaid(item: Item, { kind, plaidCode }: PlaidFailure, now: Date): ItemProblem {
  const { status, next } = EFFECTS[kind];
  if (isWarning(plaidCode)) return { nextReadAt: planAfter(item, "poll", now) };
  const nextReadAt = planAfter(item, next, now);
  if (status === null) return { nextReadAt };
  return { nextReadAt, status, errorCode: plaidCode };
}

/** The database being away, say: that passes. */
function ourOwn(item: Item, thrown: unknown, now: Date): ItemProblem {
  const isPassing = thrown instanceof AppError && thrown.retryable;
  if (isPassing) return { nextReadAt: planAfter(item, "soon", now) };
  const errorCode = ourCodeOf(thrown);
  return {
    status: "error",
    errorCode,
    nextReadAt: planAfter(item, errorCode === "TOKEN_UNREADABLE" ? "poll" : "soon", now),
  };
}

function ourCodeOf(thrown: unknown): OurProblem {
  if (thrown instanceof TokenUnreadable) return "TOKEN_UNREADABLE";
  return thrown instanceof ForeignRow ? "UNKNOWN_ACCOUNT" : "READING_FAILED";
}

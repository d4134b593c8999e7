import { database } from "../db/client";
import { findItem, saveItemProblem } from "../db/queries/items";
import { log } from "../log";
import { classOfCode, type PlaidErrorClass } from "../plaid/errors";
import { publishToPerson } from "../stream/person-events";
import { endAccess } from "./end-access";
import { planAfter } from "./plan-after";
import { EFFECTS, endsAccess, isWarning } from "./problem-effects";

/**
 * Notes a problem that Plaid tells of an item, as a reading that fails with it does: only the person can mend it, or the
 * bank is away and is tried again, or access has ended. A warning (`PENDING_…`) and what passes by itself change nothing.
 * @param kind as Plaid's own error type says, where it is known
 */
export async function noteItemProblem(
  itemId: string,
  plaidCode: string,
  now: Date = new Date(),
  kind: PlaidErrorClass = classOfCode(plaidCode),
): Promise<void> {
  if (endsAccess(plaidCode)) return endAccess(itemId, now, plaidCode);
  const { status, next } = EFFECTS[kind];
  const item = await findItem(database(), itemId);
  if (!item || status === null || isWarning(plaidCode)) return;
  log().warn({ itemId, plaidCode, status }, "news of a problem with a bank");
  const nextReadAt = planAfter(item, next, now);
  await saveItemProblem(database(), itemId, { status, errorCode: plaidCode, nextReadAt });
  publishToPerson(item.userId, { type: "bank", connectionId: itemId, state: "problem" });
}

import { database } from "../db/client";
import { saveItemProblem } from "../db/queries/items";

/** Notes that this bank has a problem which Plaid tells of. */
export async function noteItemProblem(itemId: string, plaidCode: string, _now: Date): Promise<void> {
  await saveItemProblem(database(), itemId, {
    status: plaidCode === "ITEM_LOGIN_REQUIRED" ? "login_required" : "error",
    errorCode: plaidCode,
    nextReadAt: null,
  });
}

import type { Executor } from "../db/client";
import { findUserById } from "../db/queries/users";
import { todayIn } from "../domain/calendar";
import { refreshOwnTransfers } from "./refresh-own-transfers";
import { refreshRecurring } from "./refresh-recurring";

/**
 * Judges anew what remains after rows of a person are gone, in the same transaction: the other side of a transfer may be
 * among them, or what made a payment a recurring one.
 */
export async function refreshAfterLoss(tx: Executor, userId: string, now: Date): Promise<void> {
  await refreshOwnTransfers(tx, userId);
  const person = await findUserById(tx, userId);
  await refreshRecurring(tx, { userId, today: todayIn(person?.timeZone ?? "UTC", now) });
}

import { eq } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";

/** Whether the bank has accounts that the person has not yet chosen to share, or not to. */
export async function saveHasNewAccounts(
  db: Executor,
  itemId: string,
  hasNewAccounts: boolean,
): Promise<void> {
  await db.update(items).set({ hasNewAccounts }).where(eq(items.id, itemId));
}

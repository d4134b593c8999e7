import { and, eq } from "drizzle-orm";
import { database } from "../db/client";
import { accounts } from "../db/schema/banks";

/** The person no longer shares this account: what came through it is deleted. */
export async function endAccountAccess(itemId: string, plaidAccountId: string): Promise<void> {
  await database()
    .delete(accounts)
    .where(and(eq(accounts.itemId, itemId), eq(accounts.plaidAccountId, plaidAccountId)));
}

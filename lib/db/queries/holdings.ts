import { eq, inArray } from "drizzle-orm";
import type { Executor } from "../client";
import { holdings } from "../schema/balances";
import { accounts } from "../schema/banks";

export type NewHolding = typeof holdings.$inferInsert;

/** What the accounts of this bank hold now, in place of what they held. */
export async function replaceHoldings(
  db: Executor,
  itemId: string,
  rows: readonly NewHolding[],
): Promise<void> {
  const ofItem = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.itemId, itemId));
  await db.delete(holdings).where(inArray(holdings.accountId, ofItem));
  if (rows.length > 0) await db.insert(holdings).values([...rows]);
}

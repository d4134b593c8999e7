import { eq, inArray } from "drizzle-orm";
import type { Executor } from "../client";
import { liabilities } from "../schema/balances";
import { accounts } from "../schema/banks";

export type NewLiability = typeof liabilities.$inferInsert;

/** The terms of this bank's debts as stated now, in place of what was stated before. */
export async function replaceLiabilities(
  db: Executor,
  itemId: string,
  rows: readonly NewLiability[],
): Promise<void> {
  const ofItem = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.itemId, itemId));
  await db.delete(liabilities).where(inArray(liabilities.accountId, ofItem));
  if (rows.length > 0) await db.insert(liabilities).values([...rows]);
}

import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Holding } from "../../domain/holding";
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

/** What the person's open accounts hold, the most valuable first. */
export function listHoldings(db: Executor, userId: string): Promise<Holding[]> {
  return db
    .select({
      accountId: holdings.accountId,
      accountName: accounts.name,
      name: holdings.name,
      ticker: holdings.ticker,
      kind: holdings.kind,
      quantity: holdings.quantity,
      price: holdings.price,
      valueMinor: holdings.valueMinor,
      costBasisMinor: holdings.costBasisMinor,
      currency: holdings.currency,
      priceDate: holdings.priceDate,
    })
    .from(holdings)
    .innerJoin(accounts, eq(accounts.id, holdings.accountId))
    .where(and(eq(accounts.userId, userId), isNull(accounts.closedAt)))
    .orderBy(desc(holdings.valueMinor), asc(holdings.name), asc(holdings.accountId));
}

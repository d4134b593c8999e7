import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Liability } from "../../domain/liability";
import type { Executor } from "../client";
import { liabilities } from "../schema/balances";
import { accounts, items } from "../schema/banks";

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

/** The person's open cards and loans with the terms that their bank states, in the order of linking. */
export function listLiabilities(db: Executor, userId: string): Promise<Liability[]> {
  return db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      institution: items.institutionName,
      mask: accounts.mask,
      type: sql<Liability["type"]>`${accounts.type}`,
      subtype: accounts.subtype,
      currency: accounts.currency,
      owedMinor: accounts.currentMinor,
      limitMinor: accounts.limitMinor,
      terms: liabilities,
    })
    .from(accounts)
    .innerJoin(items, eq(items.id, accounts.itemId))
    .leftJoin(liabilities, eq(liabilities.accountId, accounts.id))
    .where(
      and(eq(accounts.userId, userId), inArray(accounts.type, ["credit", "loan"]), isNull(accounts.closedAt)),
    )
    .orderBy(asc(items.createdAt), asc(accounts.type), asc(accounts.name), asc(accounts.id));
}

import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { accounts } from "../schema/banks";

export type Account = typeof accounts.$inferSelect;
export type NewAccount = Omit<typeof accounts.$inferInsert, "id">;

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** Stores what the bank says now about each account, new ones included. One that is no longer listed stays. */
export async function upsertAccounts(db: Executor, rows: readonly NewAccount[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(accounts)
    .values([...rows])
    .onConflictDoUpdate({
      target: [accounts.itemId, accounts.plaidAccountId],
      set: {
        name: excluded("name"),
        officialName: excluded("official_name"),
        mask: excluded("mask"),
        type: excluded("type"),
        subtype: excluded("subtype"),
        currency: excluded("currency"),
        currentMinor: excluded("current_minor"),
        availableMinor: excluded("available_minor"),
        limitMinor: excluded("limit_minor"),
        balanceAsOf: excluded("balance_as_of"),
      },
    });
}

export function listAccountsOfItem(db: Executor, itemId: string): Promise<Account[]> {
  return db.select().from(accounts).where(eq(accounts.itemId, itemId)).orderBy(asc(accounts.id));
}

/** The person's accounts at these banks: what they have first, what they owe after it. */
export function listAccountsOfItems(
  db: Executor,
  userId: string,
  itemIds: readonly string[],
): Promise<Account[]> {
  return db
    .select()
    .from(accounts)
    .where(and(eq(accounts.userId, userId), inArray(accounts.itemId, [...itemIds])))
    .orderBy(asc(accounts.type), asc(accounts.name), asc(accounts.id));
}

import { and, asc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
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
        // A bank that stops telling it has not changed it.
        persistentAccountId: sql`coalesce(excluded.persistent_account_id, ${accounts.persistentAccountId})`,
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
        closedAt: null,
      },
    });
}

/** The bank lists these accounts and no others: what else there is of it is closed, if it was not before. */
export async function closeOtherAccounts(
  db: Executor,
  itemId: string,
  listed: readonly string[],
  now: Date,
): Promise<void> {
  await db
    .update(accounts)
    .set({ closedAt: now })
    .where(
      and(
        eq(accounts.itemId, itemId),
        isNull(accounts.closedAt),
        notInArray(accounts.plaidAccountId, [...listed]),
      ),
    );
}

/** The bank gave an account a new id; it keeps ours, and its rows. */
export async function renameAccount(db: Executor, accountId: string, plaidAccountId: string): Promise<void> {
  await db.update(accounts).set({ plaidAccountId }).where(eq(accounts.id, accountId));
}

/** With everything that is on it. @returns whether there was one */
export async function deleteAccount(db: Executor, itemId: string, plaidAccountId: string): Promise<boolean> {
  const gone = await db
    .delete(accounts)
    .where(and(eq(accounts.itemId, itemId), eq(accounts.plaidAccountId, plaidAccountId)))
    .returning({ id: accounts.id });
  return gone.length > 0;
}

export async function deleteAccountsOfItem(db: Executor, itemId: string): Promise<void> {
  await db.delete(accounts).where(eq(accounts.itemId, itemId));
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

import { and, eq, sql } from "drizzle-orm";
import type { Flow } from "../../domain/transaction";
import type { Executor } from "../client";
import { accounts } from "../schema/banks";
import { transactionEdits, transactions } from "../schema/transactions";

export type TransactionEdit = typeof transactionEdits.$inferSelect;

/** A row of this person with what is needed to judge it anew; undefined when it is not theirs. */
export async function findOwnedTransaction(db: Executor, userId: string, transactionId: string) {
  const [row] = await db
    .select({
      id: transactions.id,
      itemId: transactions.itemId,
      accountType: accounts.type,
      amountMinor: transactions.amountMinor,
      currency: transactions.currency,
      primary: transactions.plaidCategoryPrimary,
      detailed: transactions.plaidCategoryDetailed,
      description: transactions.description,
      merchant: transactions.merchant,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .where(and(eq(transactions.id, transactionId), eq(transactions.userId, userId)));
  return row;
}

export async function findEdit(
  db: Executor,
  userId: string,
  transactionId: string,
): Promise<TransactionEdit | undefined> {
  const [edit] = await db
    .select()
    .from(transactionEdits)
    .where(and(eq(transactionEdits.transactionId, transactionId), eq(transactionEdits.userId, userId)));
  return edit;
}

export async function saveEdit(db: Executor, edit: Omit<TransactionEdit, "updatedAt">): Promise<void> {
  const { transactionId, userId, ...said } = edit;
  await db
    .insert(transactionEdits)
    .values(edit)
    .onConflictDoUpdate({
      target: transactionEdits.transactionId,
      set: { ...said, updatedAt: sql`now()` },
      setWhere: eq(transactionEdits.userId, userId),
    });
}

export async function deleteEdit(db: Executor, userId: string, transactionId: string): Promise<void> {
  await db
    .delete(transactionEdits)
    .where(and(eq(transactionEdits.transactionId, transactionId), eq(transactionEdits.userId, userId)));
}

/** Gives one row of a person another meaning. */
export async function saveMeaning(
  db: Executor,
  userId: string,
  transactionId: string,
  meaning: { flow: Flow; category: string },
): Promise<void> {
  await db
    .update(transactions)
    .set({ ...meaning, updatedAt: sql`now()` })
    .where(and(eq(transactions.id, transactionId), eq(transactions.userId, userId)));
}

import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Flow } from "../../domain/transaction";
import type { Executor } from "../client";
import { accounts } from "../schema/banks";
import { transactions } from "../schema/transactions";

export type NewTransaction = Omit<typeof transactions.$inferInsert, "id" | "createdAt" | "updatedAt">;

/** Postgres takes 65,535 values in one statement; a row has 17. */
const BATCH_SIZE = 1_000;

function inBatches<Value>(values: readonly Value[]): Value[][] {
  const batches: Value[][] = [];
  for (let start = 0; start < values.length; start += BATCH_SIZE) {
    batches.push(values.slice(start, start + BATCH_SIZE));
  }
  return batches;
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** Stores rows by the bank's own id: a row that is there already is brought up to date. No id may occur twice. */
export async function upsertTransactions(db: Executor, rows: readonly NewTransaction[]): Promise<void> {
  for (const batch of inBatches(rows)) {
    await db
      .insert(transactions)
      .values(batch)
      .onConflictDoUpdate({
        target: [transactions.itemId, transactions.plaidTransactionId],
        set: {
          accountId: excluded("account_id"),
          pendingPlaidTransactionId: excluded("pending_plaid_transaction_id"),
          date: excluded("date"),
          postedDate: excluded("posted_date"),
          amountMinor: excluded("amount_minor"),
          currency: excluded("currency"),
          description: excluded("description"),
          merchant: excluded("merchant"),
          category: excluded("category"),
          plaidCategoryPrimary: excluded("plaid_category_primary"),
          plaidCategoryDetailed: excluded("plaid_category_detailed"),
          flow: excluded("flow"),
          pending: excluded("pending"),
          updatedAt: sql`now()`,
        },
      });
  }
}

/** Deletes rows that the bank took back. @returns how many there were */
export async function deleteTransactions(
  db: Executor,
  itemId: string,
  plaidTransactionIds: readonly string[],
): Promise<number> {
  let deleted = 0;
  for (const batch of inBatches(plaidTransactionIds)) {
    const rows = await db
      .delete(transactions)
      .where(and(eq(transactions.itemId, itemId), inArray(transactions.plaidTransactionId, batch)))
      .returning({ id: transactions.id });
    deleted += rows.length;
  }
  return deleted;
}

/**
 * The rows of a person, at all their banks, that may be one side of a transfer between own accounts: everything but
 * plain purchases.
 */
export function listTransferCandidates(db: Executor, userId: string) {
  return db
    .select({
      id: transactions.id,
      accountId: transactions.accountId,
      accountType: accounts.type,
      amountMinor: transactions.amountMinor,
      currency: transactions.currency,
      date: transactions.date,
      primary: transactions.plaidCategoryPrimary,
      detailed: transactions.plaidCategoryDetailed,
      description: transactions.description,
      merchant: transactions.merchant,
      flow: transactions.flow,
      category: transactions.category,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .where(
      and(
        eq(transactions.userId, userId),
        or(
          ne(transactions.flow, "spending"),
          inArray(transactions.category, ["person_to_person", "uncategorized"]),
        ),
      ),
    );
}

/** Gives rows of a person another meaning, one statement per meaning. */
export async function updateMeaning(
  db: Executor,
  userId: string,
  meaning: { flow: Flow; category: string },
  ids: readonly string[],
): Promise<void> {
  for (const batch of inBatches(ids)) {
    await db
      .update(transactions)
      .set({ ...meaning, updatedAt: sql`now()` })
      .where(and(eq(transactions.userId, userId), inArray(transactions.id, batch)));
  }
}

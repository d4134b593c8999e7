import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { accounts } from "../schema/banks";
import { transactionEdits, transactions } from "../schema/transactions";

/** What a person has said about a row. */
export type TransactionEdit = Omit<typeof transactionEdits.$inferSelect, "userId" | "updatedAt">;

/**
 * Those of these rows that are this person's, with what is needed to judge them anew and what the person has said of each.
 * In the order of their ids.
 */
export function listEditableRows(db: Executor, userId: string, ids: readonly string[]) {
  return db
    .select({
      id: transactions.id,
      accountType: accounts.type,
      amountMinor: transactions.amountMinor,
      wholeMinor: transactions.wholeMinor,
      currency: transactions.currency,
      primary: transactions.plaidCategoryPrimary,
      detailed: transactions.plaidCategoryDetailed,
      description: transactions.description,
      merchant: transactions.merchant,
      category: transactions.category,
      edit: {
        // First, because Drizzle takes a joined row for none when the first of its columns is null.
        transactionId: transactionEdits.transactionId,
        category: transactionEdits.category,
        note: transactionEdits.note,
        tags: transactionEdits.tags,
      },
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .leftJoin(
      transactionEdits,
      and(eq(transactionEdits.transactionId, transactions.id), eq(transactionEdits.userId, userId)),
    )
    .where(and(eq(transactions.userId, userId), isOneOf(ids)))
    .orderBy(asc(transactions.id));
}

/** As one parameter: a rule may have given a meaning to more rows than a statement takes values. */
const isOneOf = (ids: readonly string[]) =>
  sql`${transactions.id} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid)`;

/** Each in place of what the person has said of the row before. */
export async function saveEdits(
  db: Executor,
  userId: string,
  edits: readonly TransactionEdit[],
): Promise<void> {
  if (edits.length === 0) return;
  await db
    .insert(transactionEdits)
    .values(edits.map((edit) => ({ ...edit, userId })))
    .onConflictDoUpdate({
      target: transactionEdits.transactionId,
      set: {
        category: sql`excluded.category`,
        note: sql`excluded.note`,
        tags: sql`excluded.tags`,
        updatedAt: sql`now()`,
      },
      setWhere: eq(transactionEdits.userId, userId),
    });
}

export async function deleteEdits(db: Executor, userId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .delete(transactionEdits)
    .where(and(inArray(transactionEdits.transactionId, [...ids]), eq(transactionEdits.userId, userId)));
}

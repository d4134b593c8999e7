import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Flow } from "../../domain/transaction";
import type { Executor } from "../client";
import { accounts } from "../schema/banks";
import { transactionEdits, transactions } from "../schema/transactions";
import { WHOLE_AMOUNT } from "./splits";
import type { TransferAmount } from "./staged-merge";

/** Postgres takes 65,535 values in one statement. */
const BATCH_SIZE = 1_000;

function inBatches<Value>(values: readonly Value[]): Value[][] {
  const batches: Value[][] = [];
  for (let start = 0; start < values.length; start += BATCH_SIZE) {
    batches.push(values.slice(start, start + BATCH_SIZE));
  }
  return batches;
}

export type TransferPosition = { currency: string; size: number; date: string; id: string };

/**
 * Rows of a person, at all their banks, that may be one side of a transfer between own accounts (everything but plain
 * purchases), a split one as the bank has it, in the order of currency, amount without sign, and date.
 * @param amounts only rows of these; null: all
 */
export function listTransferCandidates(
  db: Executor,
  userId: string,
  {
    amounts,
    after,
    limit,
  }: { amounts: readonly TransferAmount[] | null; after: TransferPosition | null; limit: number },
) {
  const size = sql<number>`abs(${WHOLE_AMOUNT})`.mapWith(Number);
  const position = sql`(${transactions.currency}, ${size}, ${transactions.date}, ${transactions.id})`;
  return db
    .select({
      id: transactions.id,
      accountId: transactions.accountId,
      accountType: accounts.type,
      amountMinor: WHOLE_AMOUNT,
      size,
      currency: transactions.currency,
      date: transactions.date,
      primary: transactions.plaidCategoryPrimary,
      detailed: transactions.plaidCategoryDetailed,
      description: transactions.description,
      merchant: transactions.merchant,
      flow: transactions.flow,
      category: transactions.category,
      /** The person has said what it is, of this row or by a rule. */
      isSaid: sql<boolean>`${transactionEdits.category} is not null or ${transactions.ruleId} is not null`,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .leftJoin(transactionEdits, eq(transactionEdits.transactionId, transactions.id))
    .where(
      and(
        eq(transactions.userId, userId),
        isNull(transactions.partOfId),
        or(
          ne(transactions.flow, "spending"),
          inArray(transactions.category, ["person_to_person", "uncategorized"]),
        ),
        amounts === null
          ? undefined
          : sql`(${transactions.currency}, ${size}) in (
              select wanted.currency, wanted.size
              from jsonb_to_recordset(${JSON.stringify(amounts)}::text::jsonb) as wanted(currency text, size bigint))`,
        after === null
          ? undefined
          : sql`${position} > (${after.currency}::text, ${after.size}::bigint, ${after.date}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(transactions.currency), asc(size), asc(transactions.date), asc(transactions.id))
    .limit(limit);
}

/** Gives rows of a person a meaning that they have not from a rule, one statement per meaning. */
export async function updateMeaning(
  db: Executor,
  userId: string,
  meaning: { flow: Flow; category: string },
  ids: readonly string[],
): Promise<void> {
  for (const batch of inBatches(ids)) {
    await db
      .update(transactions)
      .set({ ...meaning, ruleId: null, updatedAt: sql`now()` })
      .where(and(eq(transactions.userId, userId), inArray(transactions.id, batch)));
  }
}

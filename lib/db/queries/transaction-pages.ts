import { and, count, desc, eq, sql } from "drizzle-orm";
import type { PageCursor } from "../../contract/transactions";
import type { TransactionFilter } from "../../domain/ledger";
import type { Executor } from "../client";
import { accounts } from "../schema/banks";
import { transactionEdits, transactions } from "../schema/transactions";
import { SPLIT_ID, SPLIT_WHOLE } from "./splits";
import { countedRows } from "./transaction-filter";

const MAX_TAGS = 100;

/**
 * Matching rows of the person below a place in the list, newest first, with what they have said of each. A place is a row's
 * date and id, so rows that come or go meanwhile neither repeat nor hide others.
 */
export async function listTransactionPage(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  { after, limit }: { after: PageCursor | null; limit: number },
) {
  const rows = await db
    .select({
      id: transactions.id,
      accountName: accounts.name,
      date: transactions.date,
      amountMinor: transactions.amountMinor,
      currency: transactions.currency,
      merchant: transactions.merchant,
      description: transactions.description,
      category: transactions.category,
      flow: transactions.flow,
      pending: transactions.pending,
      note: transactionEdits.note,
      tags: transactionEdits.tags,
      splitId: SPLIT_ID,
      wholeMinor: SPLIT_WHOLE,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .leftJoin(transactionEdits, eq(transactionEdits.transactionId, transactions.id))
    .where(
      and(
        countedRows(db, userId, filter),
        after === null
          ? undefined
          : sql`(${transactions.date}, ${transactions.id}) < (${after.date}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(transactions.date), desc(transactions.id))
    .limit(limit);
  return rows.map(({ tags, ...row }) => ({ ...row, tags: tags ?? [] }));
}

/** Ids of the person's matching rows, newest first. */
export async function listMatchingIds(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: transactions.id })
    .from(transactions)
    .where(countedRows(db, userId, filter))
    .orderBy(desc(transactions.date), desc(transactions.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Ids of the person's rows that have one of these tags. */
export async function listTaggedIds(
  db: Executor,
  userId: string,
  tags: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: transactionEdits.transactionId })
    .from(transactionEdits)
    .where(
      and(
        eq(transactionEdits.userId, userId),
        sql`${transactionEdits.tags} ?| array(select jsonb_array_elements_text(${JSON.stringify(tags)}::text::jsonb))`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** The tags of the person's matching rows, the most frequent first. */
export function countTags(db: Executor, userId: string, filter: TransactionFilter) {
  const tag = sql<string>`tag.value`;
  return db
    .select({ tag, rowCount: count() })
    .from(transactions)
    .innerJoin(transactionEdits, eq(transactionEdits.transactionId, transactions.id))
    .crossJoinLateral(sql`jsonb_array_elements_text(${transactionEdits.tags}) as tag`)
    .where(countedRows(db, userId, filter))
    .groupBy(tag)
    .orderBy(desc(count()), tag)
    .limit(MAX_TAGS);
}

import { desc, eq, sql } from "drizzle-orm";
import type { TransactionDetails } from "../../domain/transaction-details";
import type { Executor } from "../client";
import { accounts, items } from "../schema/banks";
import { transactionEdits, transactions } from "../schema/transactions";
import { SPLIT_ID, SPLIT_WHOLE } from "./splits";
import { TRANSACTION_COLUMNS } from "./transaction-columns";
import { countedRows } from "./transaction-filter";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The person's rows with these ids, newest first, with all that is known of them. Ids of nobody or of others find nothing. */
export async function listTransactionDetails(
  db: Executor,
  userId: string,
  ids: readonly string[],
): Promise<TransactionDetails[]> {
  const known = ids.filter((id) => UUID.test(id));
  if (known.length === 0) return [];
  const rows = await db
    .select({
      ...TRANSACTION_COLUMNS,
      accountMask: accounts.mask,
      institution: items.institutionName,
      source: items.source,
      postedDate: transactions.postedDate,
      primary: transactions.plaidCategoryPrimary,
      detailed: transactions.plaidCategoryDetailed,
      isCategoryChosen: sql<boolean>`${transactionEdits.category} is not null`,
      note: transactionEdits.note,
      tags: transactionEdits.tags,
      splitId: SPLIT_ID,
      wholeMinor: SPLIT_WHOLE,
    })
    .from(transactions)
    .innerJoin(accounts, eq(accounts.id, transactions.accountId))
    .innerJoin(items, eq(items.id, transactions.itemId))
    .leftJoin(transactionEdits, eq(transactionEdits.transactionId, transactions.id))
    .where(countedRows(db, userId, { ids: known }))
    .orderBy(desc(transactions.date), desc(transactions.id));
  return rows.map(({ primary, detailed, tags, splitId, wholeMinor, ...row }) => ({
    ...row,
    partOf: splitId === null || wholeMinor === null ? null : { id: splitId, amountMinor: wholeMinor },
    bankCategory: { primary, detailed },
    tags: tags ?? [],
  }));
}

import { and, desc, isNull, sql } from "drizzle-orm";
import type { TransactionFilter } from "../../domain/ledger";
import type { BareTransaction } from "../../domain/transaction";
import type { Executor } from "../client";
import { transactions } from "../schema/transactions";
import { WHOLE_AMOUNT } from "./splits";
import { countedRows } from "./transaction-filter";

/** Rows held twice, as they came and as they are kept. */
const BATCH_SIZE = 10_000;

type BareRow = Omit<BareTransaction, "accountId" | "amountMinor"> & {
  account_id: string;
  amount_minor: string;
};

/** Matching rows of the person, newest first, as `bareTransactions` of lib/domain/ledger.ts says. */
export async function listBareTransactions(
  db: Executor,
  userId: string,
  filter: TransactionFilter,
  batchSize: number = BATCH_SIZE,
): Promise<BareTransaction[]> {
  const { id, accountId, date, currency, merchant, category, flow, pending } = transactions;
  const columns = {
    id,
    accountId,
    date,
    amountMinor: WHOLE_AMOUNT.as("amount_minor"),
    currency,
    merchant,
    category,
    flow,
    pending,
  };
  const found: BareTransaction[] = [];
  const share = shareTexts();
  for (;;) {
    const last = found.at(-1);
    const isFurther = last && sql`(${date}, ${id}) < (${last.date}::date, ${last.id}::uuid)`;
    const query = db
      .select(columns)
      .from(transactions)
      .where(and(countedRows(db, userId, filter), isNull(transactions.partOfId), isFurther))
      .orderBy(desc(date), desc(id))
      .limit(batchSize);
    const rows = await db.execute<BareRow>(query.getSQL());
    for (const row of rows) {
      found.push({
        id: row.id,
        accountId: share(row.account_id),
        date: share(row.date),
        amountMinor: Number(row.amount_minor),
        currency: share(row.currency),
        merchant: share(row.merchant),
        category: share(row.category),
        flow: row.flow,
        pending: row.pending,
      });
    }
    if (rows.length < batchSize) return found;
  }
}

/** Each row comes with copies of the same few texts; one of each is kept. */
function shareTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    known.set(text, text);
    return text;
  };
}

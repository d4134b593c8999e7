import { and, eq, ne, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";
import { stagedTransactions, type transactions } from "../schema/transactions";
import type { ReadLease } from "./read-leases";

type Stored = typeof transactions.$inferSelect;

/** A row of an update as it waits for the last page: what the bank says, and what that means by itself. */
export type StagedRow = Pick<
  Stored,
  | "plaidTransactionId"
  | "pendingPlaidTransactionId"
  | "date"
  | "postedDate"
  | "amountMinor"
  | "currency"
  | "description"
  | "merchant"
  | "plaidCategoryPrimary"
  | "plaidCategoryDetailed"
  | "pending"
  | "flow"
  | "category"
> & { plaidAccountId: string };

/** Adds a page: each row takes the place of what earlier pages said of it. No id may occur twice in one page. */
export async function stagePage(
  db: Executor,
  { itemId, lease }: ReadLease,
  page: { rows: readonly StagedRow[]; removedIds: readonly string[] },
): Promise<void> {
  const staged = [
    ...page.rows.map((row) => ({ id: row.plaidTransactionId, row })),
    ...page.removedIds.map((id) => ({ id, row: null })),
  ];
  if (staged.length === 0) return;
  await db.execute(sql`
    insert into staged_transactions (lease, item_id, plaid_transaction_id, row)
    select ${lease}::uuid, ${itemId}::uuid, page.id, nullif(page.row, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(staged)}::text::jsonb) as page(id text, row jsonb)
    on conflict (lease, plaid_transaction_id) do update set row = excluded.row`);
}

export async function clearStage(db: Executor, lease: string): Promise<void> {
  await db.delete(stagedTransactions).where(eq(stagedTransactions.lease, lease));
}

/** Drops what readings that were killed have left; call it while holding the lease. */
export async function clearOtherStages(db: Executor, { itemId, lease }: ReadLease): Promise<void> {
  await db
    .delete(stagedTransactions)
    .where(and(eq(stagedTransactions.itemId, itemId), ne(stagedTransactions.lease, lease)));
}

/** The bank gave an account a new id: rows that came under the old one belong to it as well. */
export async function moveStagedRows(
  db: Executor,
  lease: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.execute(sql`
    update staged_transactions set row = jsonb_set(row, '{plaidAccountId}', to_jsonb(${to}::text))
    where lease = ${lease}::uuid and row ->> 'plaidAccountId' = ${from}`);
}

/** Whether there is a row of an account that the item does not have. */
export async function hasForeignRows(db: Executor, { itemId, lease }: ReadLease): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from staged_transactions s
    where s.lease = ${lease}::uuid and s.row is not null and not exists (
      select 1 from accounts a where a.item_id = ${itemId}::uuid and a.plaid_account_id = s.row ->> 'plaidAccountId')
    limit 1`);
  return rows.length > 0;
}

/** Whether the lease still holds, as far as is known now: without a lock, so a late loss shows when the cursor is moved. */
export async function holdsLease(db: Executor, { itemId, lease }: ReadLease): Promise<boolean> {
  const rows = await db
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, itemId), eq(items.readLease, lease)));
  return rows.length === 1;
}

import { sql } from "drizzle-orm";
import type { Executor } from "../client";
import type { ReadLease } from "./read-leases";

/** The rows of a stage in columns. Their names are those of `StagedRow`. */
const rowsOf = (lease: string) => sql`(
  select s.plaid_transaction_id, r.* from staged_transactions s, jsonb_to_record(s.row) as r(
    "plaidAccountId" text, "pendingPlaidTransactionId" text, date date, "postedDate" date, "amountMinor" bigint,
    currency text, description text, merchant text, "plaidCategoryPrimary" text, "plaidCategoryDetailed" text,
    pending boolean, flow transaction_flow, category text)
  where s.lease = ${lease}::uuid and s.row is not null)`;

const namedPending = sql`s.row ->> 'pendingPlaidTransactionId'`;

/**
 * Takes out of the stage every pending row that a posted one names, in the stage or in the store: banks forget to remove
 * them, or send them late, and they must not count a second time.
 */
export async function dropSupersededPending(db: Executor, { itemId, lease }: ReadLease): Promise<void> {
  await db.execute(sql`
    update staged_transactions p set row = null
    where p.lease = ${lease}::uuid and (p.row ->> 'pending')::boolean and (
      p.plaid_transaction_id in (
        select ${namedPending} from staged_transactions s where s.lease = ${lease}::uuid and ${namedPending} is not null)
      or p.plaid_transaction_id in (
        select t.pending_plaid_transaction_id from transactions t
        where t.item_id = ${itemId}::uuid and t.pending_plaid_transaction_id is not null and not exists (
          select 1 from staged_transactions gone
          where gone.lease = ${lease}::uuid and gone.row is null
            and gone.plaid_transaction_id = t.plaid_transaction_id)))`);
}

/** A stored pending row that a new posted one names becomes that one: it keeps our id, and so what refers to it. */
export async function renamePostedRows(db: Executor, { itemId, lease }: ReadLease): Promise<void> {
  await db.execute(sql`
    update transactions t set plaid_transaction_id = posted.id
    from (
      select distinct on (${namedPending}) ${namedPending} as pending_id, s.plaid_transaction_id as id
      from staged_transactions s
      where s.lease = ${lease}::uuid and ${namedPending} is not null
        and not exists (
          select 1 from transactions known
          where known.item_id = ${itemId}::uuid and known.plaid_transaction_id = s.plaid_transaction_id)
      order by 1, 2
    ) posted
    where t.item_id = ${itemId}::uuid and t.plaid_transaction_id = posted.pending_id`);
}

/**
 * Stores the rows of the stage by the bank's own id. One that is there already is brought up to date, and keeps the
 * category that the person has given it, and the part that it is of a split; what their rules say is decided anew
 * afterwards.
 */
export async function upsertStagedRows(
  db: Executor,
  { itemId, lease, userId }: ReadLease & { userId: string },
): Promise<void> {
  const edited = sql`exists (
    select 1 from transaction_edits e where e.transaction_id = t.id and e.category is not null)`;
  await db.execute(sql`
    insert into transactions as t (
      id, user_id, item_id, account_id, plaid_transaction_id, pending_plaid_transaction_id, date, posted_date,
      amount_minor, currency, description, merchant, category, plaid_category_primary, plaid_category_detailed, flow,
      pending)
    select gen_random_uuid(), ${userId}::uuid, ${itemId}::uuid, a.id, r.plaid_transaction_id,
      r."pendingPlaidTransactionId", r.date, r."postedDate", r."amountMinor", r.currency, r.description, r.merchant,
      r.category, r."plaidCategoryPrimary", r."plaidCategoryDetailed", r.flow, r.pending
    from ${rowsOf(lease)} r
    join accounts a on a.item_id = ${itemId}::uuid and a.plaid_account_id = r."plaidAccountId"
    on conflict (item_id, plaid_transaction_id) do update set
      account_id = excluded.account_id, pending_plaid_transaction_id = excluded.pending_plaid_transaction_id,
      date = excluded.date, posted_date = excluded.posted_date,
      amount_minor = case when t.whole_minor is null then excluded.amount_minor else t.amount_minor end,
      currency = excluded.currency, description = excluded.description, merchant = excluded.merchant,
      plaid_category_primary = excluded.plaid_category_primary,
      plaid_category_detailed = excluded.plaid_category_detailed, pending = excluded.pending,
      category = case when ${edited} then t.category else excluded.category end,
      flow = case when ${edited} then t.flow else excluded.flow end,
      rule_id = null,
      updated_at = now()`);
}

/**
 * What a person said about a pending row that is going away without a posted one that names it, goes to the posted row
 * that came in this update, where exactly one can be meant: same account and amount, at most two weeks apart. The rows
 * themselves are never merged by guess. Call it between storing and deleting, in one transaction.
 */
export async function moveEditsOfVanished(db: Executor, { itemId, lease }: ReadLease): Promise<void> {
  if (!(await isAnyVanishedEdited(db, { itemId, lease }))) return;
  const heirs = await db.execute<{ old_id: string; new_id: string }>(sql`
    with vanished as materialized (
      select t.* from transactions t
      join staged_transactions s on s.plaid_transaction_id = t.plaid_transaction_id
      where s.lease = ${lease}::uuid and s.row is null and t.item_id = ${itemId}::uuid and t.pending
    ), arrived as materialized (
      select t.* from transactions t
      join staged_transactions s on s.plaid_transaction_id = t.plaid_transaction_id
      where s.lease = ${lease}::uuid and s.row is not null and t.item_id = ${itemId}::uuid and not t.pending
        and t.pending_plaid_transaction_id is null and t.created_at = now()
    ), pairs as (
      select v.id as old_id, a.id as new_id,
        count(*) over (partition by v.id) as heirs, count(*) over (partition by a.id) as testators
      from vanished v
      join arrived a on a.account_id = v.account_id and a.amount_minor = v.amount_minor and a.currency = v.currency
        and abs(a.date - v.date) <= 14
    )
    select old_id, new_id from pairs where heirs = 1 and testators = 1
      and exists (select 1 from transaction_edits e where e.transaction_id = old_id)`);
  for (const { old_id: from, new_id: to } of heirs) {
    await db.execute(sql`
      update transactions t set category = old.category, flow = old.flow, rule_id = null from transactions old, transaction_edits e
      where t.id = ${to}::uuid and old.id = ${from}::uuid and e.transaction_id = old.id and e.category is not null`);
    await db.execute(sql`
      update transaction_edits set transaction_id = ${to}::uuid where transaction_id = ${from}::uuid`);
  }
}

/** Nearly always not, and then the largest update costs nothing here. */
async function isAnyVanishedEdited(db: Executor, { itemId, lease }: ReadLease): Promise<boolean> {
  const rows = await db.execute(sql`
    with gone as materialized (
      select plaid_transaction_id from staged_transactions where lease = ${lease}::uuid and row is null
    )
    select 1 from gone
    join transactions t on t.item_id = ${itemId}::uuid and t.plaid_transaction_id = gone.plaid_transaction_id
    join transaction_edits e on e.transaction_id = t.id
    where t.pending limit 1`);
  return rows.length > 0;
}

/** Deletes the rows that the bank took back, and pending ones that a posted row of this update names. */
export async function deleteStagedRemovals(db: Executor, { itemId, lease }: ReadLease): Promise<void> {
  await db.execute(sql`
    delete from transactions t using (
      select s.plaid_transaction_id as id from staged_transactions s where s.lease = ${lease}::uuid and s.row is null
      union
      select ${namedPending} from staged_transactions s where s.lease = ${lease}::uuid and ${namedPending} is not null
    ) gone
    where t.item_id = ${itemId}::uuid and t.plaid_transaction_id = gone.id`);
}

/**
 * Tells the planner how many rows are staged: before a large update its guesses are off by so much that it joins row by
 * row. Takes well under a second. Not for a transaction: nobody else can count until that ends.
 */
export async function countStage(db: Executor): Promise<void> {
  await db.execute(sql`analyze staged_transactions`);
}

/**
 * Joins whole sets in what `then` does within this transaction, never row by row: of rows that were stored a moment ago the
 * planner knows nothing, and counting them would keep other large updates waiting until this one ends.
 */
export async function joiningSets(tx: Executor, then: () => Promise<void>): Promise<void> {
  await tx.execute(sql`set local enable_nestloop = off`);
  await then();
  await tx.execute(sql`set local enable_nestloop = on`);
}

/** An amount without its sign: both sides of a transfer have the same one. */
export type TransferAmount = { currency: string; size: number };

/**
 * The amounts that an update speaks of, as they were and as they will be. Call it before anything of it is stored.
 * @returns null when there are more than `limit`
 */
export async function listTouchedAmounts(
  db: Executor,
  { itemId, lease }: ReadLease,
  limit: number,
): Promise<TransferAmount[] | null> {
  const rows = await db.execute<{ currency: string; size: string }>(sql`
    select distinct currency, abs(amount) as size from (
      select s.row ->> 'currency' as currency, (s.row ->> 'amountMinor')::bigint as amount
      from staged_transactions s where s.lease = ${lease}::uuid and s.row is not null
      union all
      select t.currency, coalesce(t.whole_minor, t.amount_minor) from transactions t
      where t.item_id = ${itemId}::uuid and t.plaid_transaction_id in (
        select s.plaid_transaction_id from staged_transactions s where s.lease = ${lease}::uuid
        union all
        select ${namedPending} from staged_transactions s where s.lease = ${lease}::uuid and s.row is not null)
    ) touched
    limit ${limit + 1}`);
  if (rows.length > limit) return null;
  return rows.map(({ currency, size }) => ({ currency, size: Number(size) }));
}

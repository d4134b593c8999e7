import { sql } from "drizzle-orm";
import { MAX_NOTE } from "../../contract/proposals";
import type { Executor } from "../client";
import type { ReadLease } from "./read-leases";

const NO_LONGER_SPLIT = "The bank has changed this transaction, so it is no longer split.";

/**
 * Makes rows whole again that the person has split and of which the bank now says another amount: no part could be right.
 * What was said of the parts goes with them, and the row's note tells of it. Call it before the rows are stored.
 */
export async function takeBackSplits(db: Executor, { itemId, lease }: ReadLease): Promise<void> {
  const changed = await db.execute<{ id: string }>(sql`
    with split as materialized (
      select distinct part_of_id as id from transactions where item_id = ${itemId}::uuid and part_of_id is not null
    )
    update transactions t set amount_minor = t.whole_minor, whole_minor = null
    from staged_transactions s, split
    where s.lease = ${lease}::uuid and s.row is not null and t.id = split.id
      and t.plaid_transaction_id = s.plaid_transaction_id
      and ((s.row ->> 'amountMinor')::bigint, s.row ->> 'currency', (s.row ->> 'pending')::boolean)
        is distinct from (t.whole_minor, t.currency, false)
    returning t.id`);
  if (changed.length === 0) return;
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(changed.map(({ id }) => id))}::text::jsonb)::uuid)`;
  await db.execute(sql`delete from transactions where part_of_id in ${ids}`);
  await db.execute(sql`
    insert into transaction_edits as e (transaction_id, user_id, note)
    select t.id, t.user_id, ${NO_LONGER_SPLIT}::text from transactions t where t.id in ${ids}
    on conflict (transaction_id) do update set category = null, updated_at = now(),
      note = left(concat_ws(E'\n', excluded.note, e.note), ${MAX_NOTE}::int)`);
}

/** Parts are on the day and the account of their row, and carry what the bank says of it. Call it once the rows are stored. */
export async function followSplitRows(db: Executor, { itemId }: ReadLease): Promise<void> {
  await db.execute(sql`
    update transactions part set account_id = t.account_id, date = t.date, posted_date = t.posted_date,
      description = t.description, merchant = t.merchant, plaid_category_primary = t.plaid_category_primary,
      plaid_category_detailed = t.plaid_category_detailed
    from transactions t
    where part.item_id = ${itemId}::uuid and part.part_of_id is not null and t.id = part.part_of_id
      and (part.account_id, part.date, part.posted_date, part.description, part.merchant, part.plaid_category_primary,
        part.plaid_category_detailed)
      is distinct from (t.account_id, t.date, t.posted_date, t.description, t.merchant, t.plaid_category_primary,
        t.plaid_category_detailed)`);
}

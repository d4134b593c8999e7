import { sql } from "drizzle-orm";
import { database } from "../../lib/db/client";

const SPANS = sql`(values ('month'::sum_span), ('year'::sum_span)) as spans(span)`;

/** Kept sums of a person that are not what their posted rows come to, and sums that are missing or too many. */
export async function wrongSums(userId: string): Promise<unknown[]> {
  const rows = await database().execute(sql`
    with reckoned as (
      select user_id, span, date_trunc(span::text, date::timestamp)::date as first_date, flow, account_id, category, currency,
        case span when 'year' then merchant else '' end as merchant, sum(amount_minor)::bigint as net_minor,
        coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint as in_minor, count(*)::int as row_count,
        (count(*) filter (where amount_minor > 0))::int as in_count,
        (count(*) filter (where amount_minor < 0))::int as out_count
      from transactions, ${SPANS}
      where user_id = ${userId}::uuid and not pending
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ), kept as (select * from flow_sums where user_id = ${userId}::uuid)
    (select 'kept' as side, * from kept except all select 'kept', * from reckoned)
    union all (select 'reckoned', * from reckoned except all select 'reckoned', * from kept)`);
  return [...rows];
}

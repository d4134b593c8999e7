-- What posted rows come to is kept by the database itself, once for every statement, whoever makes it. The joins of this
-- function are by primary key: of a statement's rows the planner knows nothing, and large updates forbid such joins to others.
CREATE FUNCTION "move_flow_sums"() RETURNS trigger LANGUAGE plpgsql
SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off
AS $function$
DECLARE
  -- A trigger of one kind knows no table of the other: the statement is put together.
  added text := 'select *, 1 as sign from new_rows where not pending';
  taken text := 'select *, -1 as sign from old_rows where not pending';
  moved text := CASE TG_OP WHEN 'INSERT' THEN added WHEN 'DELETE' THEN taken ELSE added || ' union all ' || taken END;
BEGIN
  -- Transactions that move sums of one account go one after the other: two could make the same sum, or wait for each other.
  EXECUTE format(
    'select pg_advisory_xact_lock(hashtextextended(account_id::text, 0)) from (select distinct account_id from (%s) moved order by 1) accounts',
    moved);
  EXECUTE format(
    $statement$
    merge into flow_sums kept using (
      with moved as materialized (%s),
      spans as (
        select user_id, 'month'::sum_span as span, date_trunc('month', date::timestamp)::date as first_date, flow, account_id,
          category, currency, '' as merchant, amount_minor, sign
        from moved
        union all
        select user_id, 'year', date_trunc('year', date::timestamp)::date, flow, account_id, category, currency, merchant,
          amount_minor, sign
        from moved
      )
      select user_id, span, first_date, flow, account_id, category, currency, merchant,
        sum(sign * amount_minor) as net_minor, sum(sign * greatest(amount_minor, 0)) as in_minor,
        sum(sign) as row_count, sum(case when amount_minor > 0 then sign else 0 end) as in_count,
        sum(case when amount_minor < 0 then sign else 0 end) as out_count
      from spans
      group by user_id, span, first_date, flow, account_id, category, currency, merchant
    ) change
    on kept.user_id = change.user_id and kept.span = change.span and kept.first_date = change.first_date
      and kept.flow = change.flow and kept.account_id = change.account_id and kept.category = change.category
      and kept.currency = change.currency and kept.merchant = change.merchant
    when matched and kept.row_count + change.row_count = 0 then delete
    when matched and (change.net_minor, change.in_minor, change.row_count, change.in_count, change.out_count)
      is distinct from (0, 0, 0, 0, 0)
      then update set net_minor = kept.net_minor + change.net_minor, in_minor = kept.in_minor + change.in_minor,
        row_count = kept.row_count + change.row_count, in_count = kept.in_count + change.in_count,
        out_count = kept.out_count + change.out_count
    -- Where the account goes, its sums may have gone before its rows.
    when not matched and change.row_count > 0
      then insert values (change.user_id, change.span, change.first_date, change.flow, change.account_id, change.category,
        change.currency, change.merchant, change.net_minor, change.in_minor, change.row_count, change.in_count,
        change.out_count)
    $statement$,
    moved);
  RETURN NULL;
END
$function$;--> statement-breakpoint
CREATE TRIGGER "flow_sums_of_inserted" AFTER INSERT ON "transactions" REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION "move_flow_sums"();--> statement-breakpoint
CREATE TRIGGER "flow_sums_of_updated" AFTER UPDATE ON "transactions" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION "move_flow_sums"();--> statement-breakpoint
CREATE TRIGGER "flow_sums_of_deleted" AFTER DELETE ON "transactions" REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION "move_flow_sums"();--> statement-breakpoint
INSERT INTO "flow_sums"
SELECT user_id, 'month'::sum_span, date_trunc('month', date::timestamp)::date, flow, account_id, category, currency, '',
  sum(amount_minor), coalesce(sum(amount_minor) filter (where amount_minor > 0), 0), count(*),
  count(*) filter (where amount_minor > 0), count(*) filter (where amount_minor < 0)
FROM "transactions" WHERE NOT pending GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;--> statement-breakpoint
INSERT INTO "flow_sums"
SELECT user_id, 'year'::sum_span, date_trunc('year', date::timestamp)::date, flow, account_id, category, currency, merchant,
  sum(amount_minor), coalesce(sum(amount_minor) filter (where amount_minor > 0), 0), count(*),
  count(*) filter (where amount_minor > 0), count(*) filter (where amount_minor < 0)
FROM "transactions" WHERE NOT pending GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { type SignedIn, signedInPeople } from "../streams/people";

/** So many people with so many rows each, over so many years until today. */
type Crowd = { people: number; rows: number; years: number };

const MERCHANTS = 400;
const SERIES = 20;
const PAYMENTS_OF_A_SERIES = 24;
const SUMS_MIGRATION = "drizzle/0015_flow_sums_kept.sql";

/**
 * People with a bank, four accounts, rows, daily balances, series, a budget and a goal, written by the database itself: a
 * million rows would take a bank half an hour. The same sizes give the same rows, but for ids and today.
 */
export async function fillPeople(
  { people, rows, years }: Crowd,
  sql: postgres.Sql,
  environment: Record<string, string>,
): Promise<SignedIn[]> {
  const crowd = await signedInPeople(people, sql, environment);
  const ids = crowd.map(({ userId }) => userId);
  await sql.begin(async (tx) => {
    await tx`create temporary table crowd on commit drop as select unnest(${ids}::uuid[]) as user_id`;
    await fillBanks(tx);
    // The trigger keeps the sums of what banks bring; those of five million rows at once are counted faster than moved.
    await tx`alter table transactions disable trigger user`;
    await fillRows(tx, rows, years);
    await tx`alter table transactions enable trigger user`;
    await countSums(tx);
    await fillBalances(tx, years);
    await fillPlans(tx);
  });
  // As autovacuum would have done by and by.
  await sql`vacuum analyze`;
  return crowd;
}

async function fillBanks(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into items (user_id, institution_name, is_history_complete, last_synced_at)
    select user_id, 'First Platypus Bank', true, now() from crowd`;
  await tx`
    insert into accounts (user_id, item_id, plaid_account_id, name, type, subtype, currency, current_minor, balance_as_of)
    select i.user_id, i.id, gen_random_uuid()::text, a.name, a.type::account_type, a.subtype, 'USD', a.balance, now()
    from items i join crowd using (user_id)
    cross join (values
      ('Everyday Checking', 'depository', 'checking', 450000),
      ('Rainy Day Savings', 'depository', 'savings', 1200000),
      ('Travel Card', 'credit', 'credit card', 130000),
      ('Brokerage', 'investment', 'brokerage', 2500000)) as a(name, type, subtype, balance)`;
  await tx`
    insert into liabilities (account_id, kind, rates, minimum_payment_minor, next_payment_due_date)
    select a.id, 'credit', '[{"kind": "purchase_apr", "percent": 21.9}]', 3500, current_date + 12
    from accounts a join crowd using (user_id) where a.type = 'credit'`;
  await tx`
    insert into holdings (account_id, plaid_security_id, name, quantity, price, value_minor, currency)
    select a.id, 'security ' || n, 'Fund ' || n, 10, 250, 250000, 'USD'
    from accounts a join crowd using (user_id) cross join generate_series(1, 10) n where a.type = 'investment'`;
}

/** Spread evenly over the years; some merchants are common, most are not; the last three days are pending. */
async function fillRows(tx: postgres.TransactionSql, rows: number, years: number): Promise<void> {
  await tx`
    insert into transactions (user_id, item_id, account_id, plaid_transaction_id, date, posted_date, amount_minor,
      currency, description, merchant, category, flow, pending)
    select user_id, item_id, account_id, gen_random_uuid()::text, day, day,
      case when flow = 'income' then 180000 + hash % 40000
        when flow = 'spending' and hash % 97 = 0 then 1500 + hash % 3000
        else -(200 + (hash / 7) % 9000) end,
      'USD', 'POS PURCHASE ' || upper(merchant) || ' 0' || hash % 9000, merchant, category,
      flow::transaction_flow, day > current_date - 3 and flow = 'spending'
    from (
      select *,
        case when kind < 3 then 'income' when kind < 7 then 'transfer' when kind < 9 then 'card_payment' else 'spending' end
          as flow,
        case when kind < 3 then 'salary' when kind < 7 then 'transfer' when kind < 9 then 'card_payment'
          else (array['groceries', 'groceries', 'restaurants', 'restaurants', 'coffee', 'fuel', 'general_shopping',
            'clothing', 'pharmacy', 'streaming_and_media', 'utilities', 'home'])[1 + number % 12] end as category,
        'Merchant ' || number as merchant
      from (
        select c.user_id, card.item_id, n, current_date - (n::bigint * ${years * 365}::int / ${rows}::int)::int as day,
          case when abs(hashint4(n)) % 3 = 0 then cash.id else card.id end as account_id,
          abs(hashint4(n)) as hash, abs(hashint4(n + 17)) % 100 as kind,
          floor(${MERCHANTS}::int * power((abs(hashint4(n + 5)) % 10000) / 10000.0, 2))::int as number
        from crowd c
        join accounts card on card.user_id = c.user_id and card.type = 'credit'
        join accounts cash on cash.user_id = c.user_id and cash.subtype = 'checking'
        cross join generate_series(0, ${rows}::int - 1) n
      ) as drawn
    ) as named
    order by user_id, day`;
}

/** As the migration that brought the sums did for the rows that were there. */
async function countSums(tx: postgres.TransactionSql): Promise<void> {
  const statements = readFileSync(SUMS_MIGRATION, "utf8").split("--> statement-breakpoint");
  const counting = statements.filter((statement) => statement.trim().startsWith('INSERT INTO "flow_sums"'));
  if (counting.length === 0) throw new Error(`${SUMS_MIGRATION} no longer counts the sums.`);
  await tx`delete from flow_sums`;
  for (const statement of counting) await tx.unsafe(statement);
}

async function fillBalances(tx: postgres.TransactionSql, years: number): Promise<void> {
  await tx`
    insert into daily_balances (account_id, date, balance_minor, is_stated)
    select a.id, current_date - n, 300000 + abs(hashint4(n)) % 200000, n = 0
    from accounts a join crowd using (user_id) cross join generate_series(0, ${years * 365}::int) n`;
}

/** Series hold the ids of their rows. */
async function fillPlans(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into recurring_series (id, user_id, account_id, source, key, name, category, cadence, status, average_minor,
      last_minor, is_variable, currency, first_date, last_date, next_date, transaction_ids)
    select gen_random_uuid(), c.user_id, a.id, 'detected', 'series ' || s, 'Merchant ' || s,
      case s when 0 then 'salary' else 'streaming_and_media' end, 'monthly', 'active', amount, amount, false, 'USD',
      current_date - 700, current_date - 20, current_date + s, found.ids
    from crowd c
    join accounts a on a.user_id = c.user_id and a.subtype = 'checking'
    cross join generate_series(0, ${SERIES - 1}::int) s
    cross join lateral (select case s when 0 then 200000 else -1500 end as amount) as price
    cross join lateral (
      select jsonb_agg(id) as ids from (
        select t.id from transactions t where t.user_id = c.user_id and t.flow = 'spending'
        order by t.date desc limit ${PAYMENTS_OF_A_SERIES} offset s * ${PAYMENTS_OF_A_SERIES}::int) as newest
    ) as found
    where found.ids is not null`;
  await tx`
    insert into budgets (user_id, category, currency, amount_minor)
    select user_id, category, 'USD', 60000 from crowd cross join unnest(array['groceries', 'restaurants']) category`;
  await tx`
    insert into goals (id, user_id, name, target_minor, currency, target_date, saved_minor)
    select gen_random_uuid(), user_id, 'Holiday', 300000, 'USD', current_date + 200, 50000 from crowd`;
}

import { and, asc, eq, gte, isNotNull, lt, lte, max, min, or, sql } from "drizzle-orm";
import type { CalendarDate, Period } from "../../contract/money";
import type { DayBalance } from "../../domain/daily-balances";
import type { Executor } from "../client";
import { dailyBalances } from "../schema/balances";
import { accounts } from "../schema/banks";
import { users } from "../schema/people";
import { transactions } from "../schema/transactions";

/** A balance that is known, in minor units (what is owed is negative), from which the days around it are reckoned. */
export type Anchor = {
  accountId: string;
  day: CalendarDate;
  balanceMinor: number;
  /** False where rows do not explain the balance (investments, loans): then only this day is kept. */
  isReckoned: boolean;
};

/** Rows of a file may be dated centuries ago by mistake; a day each must stay a bounded number. */
const MAX_DAYS = 20 * 366;
const MAX_DAYS_AHEAD = 366;

/**
 * Writes the balance of every day: `balance(day) - balance(day before) = sum of the rows posted on that day`, through the
 * anchor of each account, from the day before its first row until `today`. Days that come out as they are stay untouched,
 * those that no longer belong go. Rows in another currency than the account's change nothing. A row that has posted is in
 * the balance of now even when the bank dates it tomorrow; one dated after an older balance is not. One statement, nothing
 * is read into memory.
 */
export async function rewriteDailyBalances(
  db: Executor,
  anchors: readonly Anchor[],
  today: CalendarDate,
): Promise<void> {
  if (anchors.length === 0) return;
  await db.execute(sql`
    with anchors as (
      select a.*, ${accounts.currency} as currency
      from jsonb_to_recordset(${JSON.stringify(anchors)}::text::jsonb)
        as a("accountId" uuid, "day" date, "balanceMinor" bigint, "isReckoned" boolean)
      join ${accounts} on ${accounts.id} = a."accountId"
    ),
    moves as (
      select a."accountId", ${transactions.postedDate} as day, sum(${transactions.amountMinor})::bigint as change
      from anchors a
      join ${transactions} on ${transactions.accountId} = a."accountId"
      where a."isReckoned" and not ${transactions.pending} and ${transactions.currency} = a.currency
        and ${transactions.postedDate} between ${today}::date - ${MAX_DAYS}::int and ${today}::date + ${MAX_DAYS_AHEAD}::int
      group by 1, 2
    ),
    rows_of as (
      select a."accountId", min(m.day) as first_row, max(m.day) as last_row
      from anchors a left join moves m on m."accountId" = a."accountId"
      group by 1
    ),
    dated as (
      select a."accountId", a."balanceMinor", a."isReckoned", r.first_row, r.last_row,
        case when a.day >= ${today}::date then greatest(a.day, r.last_row) else a.day end as day
      from anchors a join rows_of r using ("accountId")
    ),
    spans as (
      select d.*,
        least(d.day, d.first_row - 1) as first_day,
        case when d."isReckoned" then greatest(d.day, d.last_row, ${today}::date) else d.day end as last_day,
        coalesce((select sum(m.change) from moves m where m."accountId" = d."accountId" and m.day <= d.day), 0)
          as until_anchor
      from dated d
    ),
    reckoned as (
      select s."accountId" as account_id, d.day::date as day, d.day::date = s.day as is_stated,
        (s."balanceMinor" - s.until_anchor
          + coalesce(sum(m.change) over (partition by s."accountId" order by d.day), 0))::bigint as balance
      from spans s
      cross join lateral generate_series(s.first_day, s.last_day, interval '1 day') as d(day)
      left join moves m on m."accountId" = s."accountId" and m.day = d.day::date
    ),
    gone as (
      delete from ${dailyBalances} using spans s
      where ${dailyBalances.accountId} = s."accountId" and s."isReckoned"
        and (${dailyBalances.date} < s.first_day or ${dailyBalances.date} > s.last_day)
    )
    insert into ${dailyBalances} (account_id, date, balance_minor, is_stated)
    select account_id, day, balance, is_stated from reckoned
    on conflict (account_id, date) do update
      set balance_minor = excluded.balance_minor, is_stated = excluded.is_stated
      where (${dailyBalances.balanceMinor}, ${dailyBalances.isStated})
        is distinct from (excluded.balance_minor, excluded.is_stated)`);
}

/**
 * The daily balances that a period needs: of each account of the person those in it, the last one before it, and the first
 * one of all, by account and date.
 */
export async function listDailyBalances(db: Executor, userId: string, period: Period): Promise<DayBalance[]> {
  const { date, balanceMinor } = dailyBalances;
  const ofAccount = eq(dailyBalances.accountId, accounts.id);
  // Two look-ups in an index for each account, and one row for all of its days: ten years of four accounts are 14,600.
  const first = db
    .select({ date: min(date) })
    .from(dailyBalances)
    .where(ofAccount);
  const lastBefore = db
    .select({ date: max(date) })
    .from(dailyBalances)
    .where(and(ofAccount, lt(date, period.start)));
  const days = db
    .select({
      dates: sql<string | null>`array_agg(${date} order by ${date})::text`.as("dates"),
      balances: sql<string | null>`array_agg(${balanceMinor} order by ${date})::text`.as("balances"),
    })
    .from(dailyBalances)
    .where(
      and(
        ofAccount,
        or(
          and(gte(date, period.start), lte(date, period.end)),
          sql`${date} in ((${first}), (${lastBefore}))`,
        ),
      ),
    )
    .as("days");
  const found = await db
    .select({
      accountId: accounts.id,
      currency: accounts.currency,
      closedOn: sql<CalendarDate | null>`(${accounts.closedAt} at time zone ${users.timeZone})::date::text`,
      dates: days.dates,
      balances: days.balances,
    })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .innerJoinLateral(days, isNotNull(days.dates))
    .where(eq(accounts.userId, userId))
    .orderBy(asc(accounts.id));
  return found.flatMap(({ accountId, currency, closedOn, dates, balances }) => {
    const amounts = membersOf(balances);
    return membersOf(dates).map((day, index) => ({
      accountId,
      date: day,
      balanceMinor: Number(amounts[index]),
      currency,
      closedOn,
    }));
  });
}

/** Of an array as PostgreSQL writes it, of numbers or dates. */
const membersOf = (array: string | null): string[] => array?.slice(1, -1).split(",") ?? [];

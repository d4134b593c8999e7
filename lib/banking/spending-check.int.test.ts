import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { newPerson, PLATYPUS } from "../../tests/support/linked-bank";
import { closeDatabase, database } from "../db/client";
import { closeQueues } from "../queue/enqueue";
import { builtInLogin } from "./built-in-login";
import { linkSandboxLogin } from "./link-sandbox-login";
import { syncItem } from "./sync-item";

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

/** The sandbox bank lives on 2026-11-20. */
const OCTOBER = sql`t.date >= '2026-10-01' and t.date <= '2026-10-31'`;

type Sum = { key: string; cents: number };

const asMap = (rows: readonly Sum[]) => new Map(rows.map(({ key, cents }) => [key, Number(cents)]));

/** Spending by Plaid's detailed category, from Plaid's columns alone: no `flow`, no category of ours. */
async function byPlaidColumns(userId: string) {
  return asMap(
    await database().execute<Sum>(sql`
      select coalesce(t.plaid_category_detailed, 'none') as key, sum(-t.amount_minor) as cents
      from transactions t join accounts a on a.id = t.account_id
      where t.user_id = ${userId} and ${OCTOBER} and a.type in ('depository', 'credit')
        and coalesce(t.plaid_category_detailed, '') <> 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT'
        and (
          (t.plaid_category_primary is null and (t.amount_minor < 0 or a.type = 'credit'))
          or t.plaid_category_primary not in ('INCOME', 'TRANSFER_IN', 'TRANSFER_OUT', 'LOAN_DISBURSEMENTS')
          or t.plaid_category_detailed like 'TRANSFER\_%\_FROM\_APPS'
        )
      group by 1`),
  );
}

async function byFlow(userId: string) {
  return asMap(
    await database().execute<Sum>(sql`
      select coalesce(t.plaid_category_detailed, 'none') as key, sum(-t.amount_minor) as cents
      from transactions t where t.user_id = ${userId} and ${OCTOBER} and t.flow = 'spending' group by 1`),
  );
}

async function sumOf(userId: string, condition: ReturnType<typeof sql>): Promise<number> {
  const [row] = await database().execute<Sum>(sql`
    select 'all' as key, coalesce(sum(-t.amount_minor), 0) as cents from transactions t
    where t.user_id = ${userId} and ${OCTOBER} and ${condition}`);
  return Number(row?.cents);
}

async function linked(...logins: Parameters<typeof linkSandboxLogin>[1][]) {
  const userId = await newPerson();
  for (const login of logins) await syncItem((await linkSandboxLogin(userId, login)).itemId);
  return userId;
}

describe("last month's spending, by two ways", () => {
  it.each([1, 3, 7, 12])("agrees for household %d, category by category", async (seed) => {
    const userId = await linked(builtInLogin(PLATYPUS, seed, 4));
    const expected = await byPlaidColumns(userId);
    expect(expected.size).toBeGreaterThan(8);
    expect(await byFlow(userId)).toEqual(expected);
    const groceries = await sumOf(userId, sql`t.category = 'groceries' and t.flow = 'spending'`);
    expect(groceries).toBeGreaterThan(0);
    expect(groceries).toBe(expected.get("FOOD_AND_DRINK_GROCERIES"));
    expect(await sumOf(userId, sql`t.category = 'fuel'`)).toBe(expected.get("TRANSPORTATION_GAS") ?? 0);
  });

  it("counts no card payment, whatever the bank calls its arrival", async () => {
    // Every third household's second card calls it a loan disbursement, the others a transfer.
    for (const seed of [3, 7]) {
      const userId = await linked(builtInLogin(PLATYPUS, seed, 12));
      const legs = await database().execute<{ type: string; flow: string; count: number }>(sql`
        select a.type, t.flow, count(*)::int as count from transactions t join accounts a on a.id = t.account_id
        where t.user_id = ${userId} and (t.description like '%CARD AUTOPAY PYMT' or t.description like '%THANK YOU') group by 1, 2`);
      expect(legs.map(({ flow }) => flow)).toEqual(legs.map(() => "card_payment"));
      expect(new Set(legs.map(({ type }) => type))).toEqual(new Set(["depository", "credit"]));
    }
  });

  it("is the same for one bank with everything and for two banks that share the household", async () => {
    const apart = await linked(builtInLogin("ins_900001", 22, 4), builtInLogin("ins_900002", 22, 4));
    const other = await linked(builtInLogin("ins_900002", 22, 4), builtInLogin("ins_900001", 22, 4));
    const together = await linked(builtInLogin(PLATYPUS, 22, 4));
    expect(await byFlow(apart)).toEqual(await byFlow(together));
    expect(await byFlow(other)).toEqual(await byFlow(together));
  });
});

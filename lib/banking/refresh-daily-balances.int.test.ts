import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { dailyBalances } from "../db/schema/balances";
import { accounts } from "../db/schema/banks";
import { transactions } from "../db/schema/transactions";
import { addDays } from "../domain/calendar";
import { refreshDailyBalances } from "./refresh-daily-balances";

const TODAY = "2026-11-24";

afterAll(() => closeDatabase());

const refresh = (itemId: string, today = TODAY) =>
  database().transaction((tx) => refreshDailyBalances(tx, { itemId, today }));

const historyOf = (accountId: string) =>
  database()
    .select({
      date: dailyBalances.date,
      balanceMinor: dailyBalances.balanceMinor,
      isStated: dailyBalances.isStated,
    })
    .from(dailyBalances)
    .where(eq(dailyBalances.accountId, accountId))
    .orderBy(asc(dailyBalances.date));

const balancesOf = async (accountId: string) =>
  (await historyOf(accountId)).map(({ date, balanceMinor }) => [date, balanceMinor]);

/** Of each row of the history, the transaction that wrote it. */
const versionsOf = async (accountId: string) =>
  database().execute<{ version: string }>(
    sql`select xmin::text as version from daily_balances where account_id = ${accountId} order by date`,
  );

describe("the balance of every day", () => {
  it("differs from the day before by what posted, whatever rows there are and whatever the bank states", async () => {
    const bank = await storedBank();
    const row = fc.record({
      date: fc.integer({ min: -400, max: 0 }).map((days) => addDays(TODAY, days)),
      amountMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      pending: fc.boolean(),
    });
    const account = fc.record({
      type: fc.constantFrom("depository" as const, "credit" as const),
      currentMinor: fc.integer({ min: -10_000_000, max: 10_000_000 }),
      statedDaysAgo: fc.integer({ min: 0, max: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(
        account,
        fc.array(row, { maxLength: 40 }),
        async ({ statedDaysAgo, ...values }, rows) => {
          const statedOn = addDays(TODAY, -statedDaysAgo);
          const { id, type, currentMinor } = await storedAccount(bank, {
            ...values,
            balanceAsOf: new Date(`${statedOn}T12:00:00Z`),
          }).then(async (stored) => {
            await storedRowsOn(stored, rows);
            return stored;
          });
          await refresh(bank.itemId);
          const history = await historyOf(id);
          const posted = (date: string) =>
            rows.reduce((sum, one) => sum + (one.date === date && !one.pending ? one.amountMinor : 0), 0);
          for (const [index, { date, balanceMinor }] of history.entries()) {
            const before = history[index - 1];
            if (!before) continue;
            expect(date).toBe(addDays(before.date, 1));
            expect(balanceMinor - before.balanceMinor).toBe(posted(date));
          }
          const firstPosted = rows.flatMap(({ date, pending }) => (pending ? [] : [date])).sort()[0];
          const firstDay = firstPosted && addDays(firstPosted, -1);
          expect(history[0]?.date).toBe(firstDay && firstDay < statedOn ? firstDay : statedOn);
          expect(history.at(-1)?.date).toBe(TODAY);
          expect(history.filter(({ isStated }) => isStated)).toEqual([
            {
              date: statedOn,
              balanceMinor: (currentMinor ?? 0) * (type === "credit" && currentMinor !== 0 ? -1 : 1),
              isStated: true,
            },
          ]);
          await database().delete(accounts).where(eq(accounts.id, id));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is only known where the bank stated it, for accounts whose rows banks do not list", async () => {
    const bank = await storedBank();
    const investment = await storedAccount(bank, { type: "investment", currentMinor: 500 });
    const loan = await storedAccount(bank, { type: "loan", currentMinor: 900 });
    await refresh(bank.itemId);
    await database()
      .update(accounts)
      .set({ currentMinor: 700, balanceAsOf: new Date("2026-11-27T12:00:00Z") })
      .where(eq(accounts.id, investment.id));
    await refresh(bank.itemId, "2026-11-27");
    expect(await balancesOf(investment.id)).toEqual([
      ["2026-11-24", 500],
      ["2026-11-27", 700],
    ]);
    expect(await balancesOf(loan.id)).toEqual([["2026-11-24", -900]]);
  });

  it("is written anew when rows come, change or go, and not at all when nothing did", async () => {
    const bank = await storedBank();
    const account = await storedAccount(bank);
    const [old = "", late = ""] = await storedRowsOn(account, [
      { date: "2026-11-22", amountMinor: -300 },
      { date: "2026-11-24", amountMinor: -50 },
    ]);
    await refresh(bank.itemId);
    const first = [
      ["2026-11-21", 100_350],
      ["2026-11-22", 100_050],
      ["2026-11-23", 100_050],
      ["2026-11-24", 100_000],
    ];
    expect(await balancesOf(account.id)).toEqual(first);
    const versions = await versionsOf(account.id);
    await refresh(bank.itemId);
    expect(await versionsOf(account.id)).toEqual(versions);

    await database().update(transactions).set({ amountMinor: -70 }).where(eq(transactions.id, late));
    await refresh(bank.itemId);
    expect((await balancesOf(account.id))[0]).toEqual(["2026-11-21", 100_370]);

    await database().delete(transactions).where(eq(transactions.id, old));
    await refresh(bank.itemId);
    expect(await balancesOf(account.id)).toEqual([
      ["2026-11-23", 100_070],
      ["2026-11-24", 100_000],
    ]);
  });

  it("goes on from an older statement through the rows after it, as files need", async () => {
    const bank = await storedBank({ source: "file" });
    const account = await storedAccount(bank, { balanceAsOf: new Date("2026-11-20T12:00:00Z") });
    await storedRowsOn(account, [{ date: "2026-11-22", amountMinor: -300 }]);
    await refresh(bank.itemId);
    expect(await balancesOf(account.id)).toEqual([
      ["2026-11-20", 100_000],
      ["2026-11-21", 100_000],
      ["2026-11-22", 99_700],
      ["2026-11-23", 99_700],
      ["2026-11-24", 99_700],
    ]);
  });

  it("counts a row that posted into the balance of now, even if the bank dates it tomorrow", async () => {
    const bank = await storedBank();
    const account = await storedAccount(bank);
    await storedRowsOn(account, [{ date: "2026-11-25", amountMinor: -300 }]);
    await refresh(bank.itemId);
    expect(await balancesOf(account.id)).toEqual([
      ["2026-11-24", 100_300],
      ["2026-11-25", 100_000],
    ]);
  });

  it("does not mix currencies, and is not invented where nobody states a balance", async () => {
    const bank = await storedBank();
    const account = await storedAccount(bank);
    await storedRowsOn(account, [{ date: "2026-11-23", amountMinor: -300, currency: "EUR" }]);
    const unknown = await storedAccount(bank, { currentMinor: null });
    await storedRowsOn(unknown, [{ date: "2026-11-23", amountMinor: -300 }]);
    await refresh(bank.itemId);
    expect(await balancesOf(account.id)).toEqual([["2026-11-24", 100_000]]);
    expect(await balancesOf(unknown.id)).toEqual([]);
  });

  it("stays bounded when a file dates a row into another century", async () => {
    const bank = await storedBank({ source: "file" });
    const account = await storedAccount(bank);
    await storedRowsOn(account, [
      { date: "0206-11-23", amountMinor: -300 },
      { date: "9999-01-01", amountMinor: -300 },
    ]);
    await refresh(bank.itemId);
    expect(await balancesOf(account.id)).toEqual([["2026-11-24", 100_000]]);
  });

  it("leaves other banks alone", async () => {
    const [one, other] = [await storedBank(), await storedBank()];
    const account = await storedAccount(other);
    await refresh(one.itemId);
    expect(await historyOf(account.id)).toEqual([]);
  });
});

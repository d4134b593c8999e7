import { afterAll, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { refreshDailyBalances } from "../banking/refresh-daily-balances";
import { closeDatabase, database } from "../db/client";
import { netWorthSeries } from "../domain/daily-balances";
import { openLedger } from "./open-ledger";

afterAll(() => closeDatabase());

it("follows a person's accounts from day to day, debts against savings, and nobody else's", async () => {
  const bank = await storedBank();
  const checking = await storedAccount(bank, { currentMinor: 100_000 });
  const card = await storedAccount(bank, { type: "credit", currentMinor: 20_000 });
  await storedAccount(bank, { type: "investment", currentMinor: 500_000 });
  await storedRowsOn(checking, [{ date: "2026-11-10", amountMinor: -5_000 }]);
  await storedRowsOn(card, [
    { date: "2026-11-22", amountMinor: -1_000 },
    { date: "2026-11-10", amountMinor: 5_000, flow: "card_payment" },
  ]);
  const other = await storedBank();
  await storedAccount(other, { currentMinor: 999 });
  for (const { itemId } of [bank, other]) {
    await database().transaction((tx) => refreshDailyBalances(tx, { itemId, today: "2026-11-24" }));
  }
  const ledger = await openLedger(bank.userId, new Date("2026-11-24T12:00:00Z"));
  const worthIn = async (start: string, end: string) =>
    netWorthSeries(await ledger.dailyBalances({ start, end }), { start, end });
  const { days, knownFrom } = await worthIn("2026-11-21", "2026-11-24");
  expect(days.map(({ date, amounts }) => [date, amounts])).toEqual([
    ["2026-11-21", [{ amountMinor: 581_000, currency: "USD" }]],
    ["2026-11-22", [{ amountMinor: 580_000, currency: "USD" }]],
    ["2026-11-23", [{ amountMinor: 580_000, currency: "USD" }]],
    ["2026-11-24", [{ amountMinor: 580_000, currency: "USD" }]],
  ]);
  expect(knownFrom).toBe("2026-11-24");
  const before = await worthIn("2026-11-08", "2026-11-10");
  expect(before.days.map(({ amounts }) => amounts[0]?.amountMinor)).toEqual([581_000, 581_000, 581_000]);
});

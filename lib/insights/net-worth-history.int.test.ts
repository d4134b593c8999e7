import { afterAll, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { refreshDailyBalances } from "../banking/refresh-daily-balances";
import { closeDatabase, database } from "../db/client";
import { netWorthHistory } from "./net-worth-history";

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
  const { days, ...rest } = await netWorthHistory(bank.userId, "2026-11-21", "2026-11-24");
  expect(days.map(({ date, amounts }) => [date, amounts.map(({ formatted }) => formatted)])).toEqual([
    ["2026-11-21", ["$5,810.00"]],
    ["2026-11-22", ["$5,800.00"]],
    ["2026-11-23", ["$5,800.00"]],
    ["2026-11-24", ["$5,800.00"]],
  ]);
  expect(rest).toEqual({ definition: "net_worth.v1", knownFrom: "2026-11-24" });
  const before = await netWorthHistory(bank.userId, "2026-11-08", "2026-11-10");
  expect(before.days.map(({ amounts }) => amounts[0]?.amountMinor)).toEqual([581_000, 581_000, 581_000]);
});

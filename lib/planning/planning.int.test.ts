import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { newLink, newPerson } from "../../tests/support/linked-bank";
import { syncItem } from "../banking/sync-item";
import { database } from "../db/client";
import { insertGoal, listBalancesSince, saveBudget } from "../db/queries/planning";
import { addDays } from "../domain/calendar";
import { openLedger } from "../insights/open-ledger";

let userId: string;
beforeAll(async () => {
  const link = await newLink(5, 12);
  ({ userId } = link);
  await syncItem(link.itemId);
});

const goal = { targetMinor: 5_000_000, currency: "USD", targetDate: null, savedMinor: 1_200 };

it("a goal on an account has saved what is on it, and knows what was on it ninety days ago", async () => {
  const ledger = await openLedger(userId, new Date());
  const account = (await ledger.accounts()).find(
    ({ type, balanceMinor }) => type === "depository" && balanceMinor,
  );
  if (!account) throw new Error("no account");
  await insertGoal(database(), userId, { ...goal, id: randomUUID(), name: "House", accountId: account.id });
  await insertGoal(database(), userId, { ...goal, id: randomUUID(), name: "Bike", accountId: null });
  const goals = await ledger.goals();
  const since = addDays(ledger.today, -90);
  expect(goals.find(({ name }) => name === "House")).toMatchObject({
    accountName: account.name,
    savedMinor: account.balanceMinor,
    savedBefore: { date: since, amountMinor: expect.any(Number) },
  });
  expect(goals.find(({ name }) => name === "Bike")).toMatchObject({ savedMinor: 1_200, savedBefore: null });
  expect(await listBalancesSince(database(), await newPerson(), [account.id], since)).toEqual([]);
});

it("budgets and goals are their person's alone", async () => {
  await saveBudget(database(), userId, { category: "groceries", currency: "USD" }, 40_000);
  const other = await openLedger(await newPerson(), new Date());
  expect([await other.budgets(), await other.goals()]).toEqual([[], []]);
  const own = await openLedger(userId, new Date());
  expect(await own.budgets()).toEqual([{ category: "groceries", currency: "USD", amountMinor: 40_000 }]);
});

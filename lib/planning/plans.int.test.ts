import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/linked-bank";
import { storedAccount, storedBank } from "../../tests/support/stored-bank";
import { closeDatabase } from "../db/client";
import { readBudgets, readGoals } from "./read-plans";
import { addGoal, editGoal, removeGoal } from "./save-goal";
import { removeBudget, setBudget } from "./set-budget";

const now = new Date("2026-11-24T12:00:00Z");
const groceries = { category: "groceries", currency: "USD" };

let userId: string;
let accountId: string;
let other: string;
beforeAll(async () => {
  const bank = await storedBank();
  ({ userId } = bank);
  accountId = (await storedAccount(bank, { currentMinor: 123_400 })).id;
  const theirs = await storedBank();
  other = theirs.userId;
  await storedAccount(theirs);
});
afterAll(() => closeDatabase());

const set = (amount: string, more: object = {}) =>
  setBudget(userId, { ...groceries, changeId: randomUUID(), amount, ...more }, now);

describe("budgets", () => {
  const amounts = async (of: string) =>
    (await readBudgets(of, now))?.result.budgets.map(({ budgeted }) => budgeted.amountMinor);

  it("are set, changed and removed by their person, as they are written", async () => {
    await set("$1,200");
    expect(await amounts(userId)).toEqual([120_000]);
    await set("400.50");
    expect(await amounts(userId)).toEqual([40_050]);
    await removeBudget(other, groceries);
    expect(await amounts(userId)).toEqual([40_050]);
    expect(await amounts(other)).toEqual([]);
    await removeBudget(userId, groceries);
    expect(await amounts(userId)).toEqual([]);
  });

  it.each([
    ["0", {}],
    ["-5", {}],
    ["much", {}],
    ["1.234", {}],
    ["5", { category: "salary" }],
    ["5", { category: "nothing" }],
    ["5", { currency: "JPY" }],
  ])("are refused as %s %o, with words for the person", async (amount, more) => {
    await expect(set(amount, more)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("goals", () => {
  const roof = {
    name: "Roof",
    currency: "USD",
    target: "12,000",
    targetDate: "2027-11-24",
    accountId: null,
    saved: "250",
  };
  const add = (more: object = {}) => addGoal(userId, { ...roof, changeId: randomUUID(), ...more }, now);
  const goals = async (of: string) => (await readGoals(of, now))?.result.goals ?? [];

  it("are added, changed and removed by their person alone", async () => {
    await add();
    const [goal] = await goals(userId);
    expect(goal).toMatchObject({ target: { amountMinor: 1_200_000 }, saved: { amountMinor: 25_000 } });
    const goalId = goal?.id ?? "";
    const edit = { ...roof, goalId, target: "9000", accountId };
    await expect(editGoal(other, { ...edit, accountId: null }, now)).rejects.toMatchObject({
      code: "not_found",
    });
    await editGoal(userId, edit, now);
    expect(await goals(userId)).toMatchObject([
      { target: { amountMinor: 900_000 }, saved: { amountMinor: 123_400 } },
    ]);
    await removeGoal(other, goalId);
    expect(await goals(userId)).toHaveLength(1);
    expect(await goals(other)).toEqual([]);
    await removeGoal(userId, goalId);
    expect(await goals(userId)).toEqual([]);
  });

  it("keep a date that has passed while the rest is changed, and take no other one that has", async () => {
    await add({ name: "Trip", targetDate: "2026-12-01" });
    const goalId = (await goals(userId)).find(({ name }) => name === "Trip")?.id ?? "";
    const later = new Date("2027-01-10T12:00:00Z");
    const edit = { ...roof, goalId, name: "Long trip", targetDate: "2026-12-01" };
    await editGoal(userId, edit, later);
    expect(await goals(userId)).toMatchObject([{ name: "Long trip" }]);
    await expect(editGoal(userId, { ...edit, targetDate: "2026-12-02" }, later)).rejects.toMatchObject({
      code: "invalid",
    });
    await removeGoal(userId, goalId);
  });

  it("have names of their own, and only accounts of their person", async () => {
    await add();
    await expect(add({ name: "roof" })).rejects.toMatchObject({ code: "invalid" });
    const theirs = (await readGoals(other, now))?.accounts[0]?.id;
    await expect(add({ name: "Boat", accountId: theirs })).rejects.toMatchObject({ code: "not_found" });
    await expect(add({ name: "Boat", target: "0" })).rejects.toMatchObject({ code: "invalid" });
  });
});

it("there is nothing to plan for somebody without an account", async () => {
  const nobody = await newPerson();
  expect([await readBudgets(nobody, now), await readGoals(nobody, now)]).toEqual([null, null]);
});

import type { AddGoal, EditGoal } from "../contract/planning";
import { database } from "../db/client";
import { deleteGoal, listGoalRows, updateGoal } from "../db/queries/planning";
import { AppError } from "../errors";
import { openLedger } from "../insights/open-ledger";
import { makeChange } from "../proposals/make-change";
import { checkGoal } from "./check-goal";
import { readWritten } from "./read-written";

/** A new goal to save for. @throws {AppError} `invalid` or `not_found` for what cannot be done, in words for the person */
export async function addGoal(userId: string, goal: AddGoal, now: Date): Promise<void> {
  const ledger = await openLedger(userId, now);
  await makeChange(userId, goal.changeId, { kind: "goal", ...toValues(goal) }, ledger, now);
}

/** The goal as it is written now. @throws {AppError} as `addGoal`, and `not_found` for a goal that is not theirs */
export async function editGoal(userId: string, { goalId, ...goal }: EditGoal, now: Date): Promise<void> {
  const values = toValues(goal);
  const ledger = await openLedger(userId, now);
  const [goals, accounts] = await Promise.all([listGoalRows(database(), userId), ledger.accounts()]);
  const others = goals.filter(({ id }) => id !== goalId);
  // A date that has passed may stay while other things of the goal change.
  const known = goals.find(({ id }) => id === goalId);
  const targetDate = values.targetDate === known?.targetDate ? null : values.targetDate;
  checkGoal(
    { ...values, targetDate },
    { today: ledger.today, otherNames: others.map(({ name }) => name), accounts },
  );
  const isFound = await updateGoal(database(), userId, { id: goalId, ...values });
  if (!isFound) throw new AppError("not_found", "This goal no longer exists.");
}

/** The goal is gone; the money stays where it is. Nothing happens where there is none. */
export const removeGoal = (userId: string, goalId: string): Promise<void> =>
  deleteGoal(database(), userId, goalId);

function toValues({ name, currency, target, targetDate, accountId, saved }: Omit<AddGoal, "changeId">) {
  const targetMinor = readWritten(target, currency);
  if (targetMinor === 0) throw new AppError("invalid", "A goal is more than nothing.");
  const savedMinor = accountId !== null || saved === "" ? 0 : readWritten(saved, currency);
  return { name, currency, targetMinor, targetDate, accountId, savedMinor };
}

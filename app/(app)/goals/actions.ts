"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/lib/contract/error-body";
import { AddGoal, EditGoal, OneGoal } from "@/lib/contract/planning";
import { addGoal, editGoal, removeGoal } from "@/lib/planning/save-goal";
import { ownAction } from "@/lib/web/own-action";

const add = ownAction(AddGoal, async (goal, user) => {
  await addGoal(user.id, goal, new Date());
  revalidatePath("/goals");
});
const edit = ownAction(EditGoal, async (goal, user) => {
  await editGoal(user.id, goal, new Date());
  revalidatePath("/goals");
});
const remove = ownAction(OneGoal, async ({ goalId }, user) => {
  await removeGoal(user.id, goalId);
  revalidatePath("/goals");
});

export async function addGoalAction(input: unknown): Promise<ActionResult<void>> {
  return add(input);
}

export async function editGoalAction(input: unknown): Promise<ActionResult<void>> {
  return edit(input);
}

export async function removeGoalAction(input: unknown): Promise<ActionResult<void>> {
  return remove(input);
}

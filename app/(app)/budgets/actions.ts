"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/lib/contract/error-body";
import { OneBudget, SetBudget } from "@/lib/contract/planning";
import { removeBudget, setBudget } from "@/lib/planning/set-budget";
import { ownAction } from "@/lib/web/own-action";

const set = ownAction(SetBudget, async (budget, user) => {
  await setBudget(user.id, budget, new Date());
  revalidatePath("/budgets");
});
const remove = ownAction(OneBudget, async (budget, user) => {
  await removeBudget(user.id, budget);
  revalidatePath("/budgets");
});

export async function setBudgetAction(input: unknown): Promise<ActionResult<void>> {
  return set(input);
}

export async function removeBudgetAction(input: unknown): Promise<ActionResult<void>> {
  return remove(input);
}

"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/lib/contract/error-body";
import { OneInsight } from "@/lib/contract/insights";
import { dismissInsight, restoreInsight } from "@/lib/insights/dismiss-insight";
import { ownAction } from "@/lib/web/own-action";

const dismiss = ownAction(OneInsight, async ({ insightId }, user) => {
  await dismissInsight(user.id, insightId);
  revalidatePath("/overview");
});
const restore = ownAction(OneInsight, async ({ insightId }, user) => {
  await restoreInsight(user.id, insightId);
  revalidatePath("/overview");
});

export async function dismissInsightAction(input: unknown): Promise<ActionResult<void>> {
  return dismiss(input);
}

export async function restoreInsightAction(input: unknown): Promise<ActionResult<void>> {
  return restore(input);
}

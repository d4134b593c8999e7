"use server";

import { revalidatePath } from "next/cache";
import { OneDigest } from "@/lib/contract/digest";
import type { ActionResult } from "@/lib/contract/error-body";
import { OneInsight } from "@/lib/contract/insights";
import { dismissInsight, restoreInsight } from "@/lib/insights/dismiss-insight";
import { dismissDigest } from "@/lib/insights/open-digest";
import { ownAction } from "@/lib/web/own-action";

const dismiss = ownAction(OneInsight, async ({ insightId }, user) => {
  await dismissInsight(user.id, insightId);
  revalidatePath("/overview");
});
const restore = ownAction(OneInsight, async ({ insightId }, user) => {
  await restoreInsight(user.id, insightId);
  revalidatePath("/overview");
});

const putDigestAway = ownAction(OneDigest, async ({ weekStart }, user) => {
  await dismissDigest(user.id, weekStart, new Date());
  revalidatePath("/overview");
});

export async function dismissInsightAction(input: unknown): Promise<ActionResult<void>> {
  return dismiss(input);
}

export async function restoreInsightAction(input: unknown): Promise<ActionResult<void>> {
  return restore(input);
}

export async function dismissDigestAction(input: unknown): Promise<ActionResult<void>> {
  return putDigestAway(input);
}

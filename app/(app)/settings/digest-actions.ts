"use server";

import { revalidatePath } from "next/cache";
import { ChooseDigest } from "@/lib/contract/digest";
import type { ActionResult } from "@/lib/contract/error-body";
import { chooseDigest } from "@/lib/insights/choose-digest";
import { ownAction } from "@/lib/web/own-action";

const choose = ownAction(ChooseDigest, async (choice, user) => {
  await chooseDigest(user.id, choice);
  revalidatePath("/settings");
});

export async function chooseDigestAction(input: unknown): Promise<ActionResult<void>> {
  return choose(input);
}

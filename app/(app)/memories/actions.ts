"use server";

import { z } from "zod";
import { correctMemory } from "@/lib/account/correct-memory";
import { forgetAllMemories, forgetMemory } from "@/lib/account/forget-memories";
import type { ActionResult } from "@/lib/contract/error-body";
import { CorrectMemory, OneMemory } from "@/lib/contract/memory";
import { ownAction } from "@/lib/web/own-action";

const correct = ownAction(CorrectMemory, ({ memoryId, text }, user) =>
  correctMemory(user.id, memoryId, text),
);
const forget = ownAction(OneMemory, ({ memoryId }, user) => forgetMemory(user.id, memoryId));
const forgetAll = ownAction(z.unknown(), (_input, user) => forgetAllMemories(user.id));

export async function correctMemoryAction(input: unknown): Promise<ActionResult<void>> {
  return correct(input);
}

export async function forgetMemoryAction(input: unknown): Promise<ActionResult<void>> {
  return forget(input);
}

export async function forgetAllMemoriesAction(): Promise<ActionResult<void>> {
  return forgetAll(null);
}

import { z } from "zod";
import { Identifier } from "./identifier";

export const MAX_MEMORIES = 50;
export const MAX_MEMORY_CHARACTERS = 300;

export const MemoryText = z
  .string()
  .trim()
  .min(1, "Write what is to be remembered.")
  .max(MAX_MEMORY_CHARACTERS, `Use at most ${MAX_MEMORY_CHARACTERS} characters.`);

/** Something that a person wants answers to take into account: "I get paid on the 15th". In their words. */
export type Memory = { id: Identifier; text: string /** ISO 8601 UTC */; createdAt: string };

export const OneMemory = z.object({ memoryId: Identifier });
export const CorrectMemory = OneMemory.extend({ text: MemoryText });

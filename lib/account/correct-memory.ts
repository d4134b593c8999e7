import { database } from "../db/client";
import { updateMemory } from "../db/queries/memories";
import { AppError } from "../errors";

/** Puts other words in place of a memory's. @throws {AppError} `not_found`, also for another person's */
export async function correctMemory(userId: string, memoryId: string, text: string): Promise<void> {
  if (!(await updateMemory(database(), userId, memoryId, text)))
    throw new AppError("not_found", "This is not remembered any more.");
}

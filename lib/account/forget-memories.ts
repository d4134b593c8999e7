import { database } from "../db/client";
import { deleteMemories, deleteMemory } from "../db/queries/memories";

/** Forgets one memory; that it was forgotten before, or is somebody else's, changes nothing. */
export const forgetMemory = (userId: string, memoryId: string): Promise<void> =>
  deleteMemory(database(), userId, memoryId);

export const forgetAllMemories = (userId: string): Promise<void> => deleteMemories(database(), userId);

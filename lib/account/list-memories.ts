import type { Memory } from "../contract/memory";
import { database } from "../db/client";
import { listMemoryRows } from "../db/queries/memories";

/** What is remembered of a person, oldest first. */
export async function listMemories(userId: string): Promise<Memory[]> {
  const rows = await listMemoryRows(database(), userId);
  return rows.map(({ createdAt, ...memory }) => ({ ...memory, createdAt: createdAt.toISOString() }));
}

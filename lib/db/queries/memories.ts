import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "../client";
import { memories } from "../schema/memories";

type MemoryRow = Pick<typeof memories.$inferSelect, "id" | "text" | "createdAt">;

const COLUMNS = { id: memories.id, text: memories.text, createdAt: memories.createdAt };

const isMemory = (userId: string, id: string) => and(eq(memories.id, id), eq(memories.userId, userId));

/** The person's memories, oldest first. */
export function listMemoryRows(db: Executor, userId: string): Promise<MemoryRow[]> {
  return db
    .select(COLUMNS)
    .from(memories)
    .where(eq(memories.userId, userId))
    .orderBy(asc(memories.createdAt), asc(memories.id));
}

export async function findMemoryText(db: Executor, userId: string, id: string): Promise<string | null> {
  const [row] = await db.select({ text: memories.text }).from(memories).where(isMemory(userId, id));
  return row?.text ?? null;
}

export async function insertMemory(db: Executor, userId: string, id: string, text: string): Promise<void> {
  await db.insert(memories).values({ id, userId, text });
}

/** @returns false when this person has no such memory */
export async function updateMemory(db: Executor, userId: string, id: string, text: string): Promise<boolean> {
  const rows = await db
    .update(memories)
    .set({ text })
    .where(isMemory(userId, id))
    .returning({ id: memories.id });
  return rows.length > 0;
}

export async function deleteMemory(db: Executor, userId: string, id: string): Promise<void> {
  await db.delete(memories).where(isMemory(userId, id));
}

export async function deleteMemories(db: Executor, userId: string): Promise<void> {
  await db.delete(memories).where(eq(memories.userId, userId));
}

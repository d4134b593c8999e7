import { eq } from "drizzle-orm";
import type { Belongings } from "../../contract/your-data";
import type { Executor } from "../client";
import { items } from "../schema/banks";
import { conversations } from "../schema/chat";
import { memories } from "../schema/memories";
import { transactions } from "../schema/transactions";

/** How much a person keeps here. */
export async function countBelongings(db: Executor, userId: string): Promise<Belongings> {
  const [conversationCount, bankCount, transactionCount, memoryCount] = await Promise.all([
    db.$count(conversations, eq(conversations.userId, userId)),
    db.$count(items, eq(items.userId, userId)),
    db.$count(transactions, eq(transactions.userId, userId)),
    db.$count(memories, eq(memories.userId, userId)),
  ]);
  return {
    conversations: conversationCount,
    banks: bankCount,
    transactions: transactionCount,
    memories: memoryCount,
  };
}

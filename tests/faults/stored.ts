import { asc, eq, inArray, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES } from "../../lib/contract/run";
import { database } from "../../lib/db/client";
import { outbox, runs } from "../../lib/db/schema/chat";
import { listMessages } from "../../lib/documents/messages";
import { queueOf } from "../../lib/queue/enqueue";
import type { Stored } from "./judge";
import type { Story } from "./story";

/** What the stores hold of a question. */
export async function storedOf({ messageId, conversationId }: Story): Promise<Stored> {
  const chain = await database()
    .select()
    .from(runs)
    .where(eq(runs.userMessageId, messageId))
    .orderBy(asc(runs.createdAt), asc(runs.id));
  return { chain, messages: await listMessages(conversationId) };
}

/** What is left behind when all answers have ended. @returns words, empty when there is nothing */
export async function leftovers(): Promise<string[]> {
  const active = await database()
    .select({ id: runs.id, status: runs.status })
    .from(runs)
    .where(inArray(runs.status, [...ACTIVE_RUN_STATUSES]));
  const [promised] = await database().select({ count: sql<number>`count(*)::int` }).from(outbox);
  const counts = await queueOf("answer.generate").getJobCounts();
  const jobs = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    ...active.map(({ id, status }) => `run ${id} is still ${status}`),
    ...(promised?.count ? [`${promised.count} promises in the outbox`] : []),
    ...jobs.map(([state, count]) => `${count} jobs are ${state}`),
  ];
}

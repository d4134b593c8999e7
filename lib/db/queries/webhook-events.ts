import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../client";
import { webhookEvents } from "../schema/banks";

export type WebhookEvent = typeof webhookEvents.$inferSelect;

/** An event whose effect is still to come. */
export async function findOpenEvent(db: Executor, eventId: string): Promise<WebhookEvent | undefined> {
  const [event] = await db
    .select()
    .from(webhookEvents)
    .where(and(eq(webhookEvents.id, eventId), isNull(webhookEvents.handledAt)));
  return event;
}

export async function closeEvent(db: Executor, eventId: string, outcome: string, now: Date): Promise<void> {
  await db.update(webhookEvents).set({ handledAt: now, outcome }).where(eq(webhookEvents.id, eventId));
}

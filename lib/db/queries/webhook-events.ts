import { and, asc, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { webhookEvents } from "../schema/banks";

export type WebhookEvent = typeof webhookEvents.$inferSelect;

/** @returns its id; undefined when the same signed message is stored already */
export async function insertEvent(
  db: Executor,
  values: typeof webhookEvents.$inferInsert,
): Promise<string | undefined> {
  const [event] = await db
    .insert(webhookEvents)
    .values(values)
    .onConflictDoNothing({ target: webhookEvents.fingerprint })
    .returning({ id: webhookEvents.id });
  return event?.id;
}

/** An event whose effect is still to come. */
export async function findOpenEvent(db: Executor, eventId: string): Promise<WebhookEvent | undefined> {
  const [event] = await db
    .select()
    .from(webhookEvents)
    .where(and(eq(webhookEvents.id, eventId), isNull(webhookEvents.handledAt)));
  return event;
}

/** Whether news with this very content, signed at another moment, has had its effect. */
export async function wasHandledBefore(db: Executor, event: WebhookEvent): Promise<boolean> {
  const [earlier] = await db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(
      and(
        ne(webhookEvents.id, event.id),
        eq(webhookEvents.plaidItemId, event.plaidItemId ?? ""),
        eq(webhookEvents.code, event.code),
        sql`${webhookEvents.payload} = ${JSON.stringify(event.payload)}::jsonb`,
        sql`${webhookEvents.handledAt} is not null`,
      ),
    )
    .limit(1);
  return earlier !== undefined;
}

export async function closeEvent(db: Executor, eventId: string, outcome: string, now: Date): Promise<void> {
  await db.update(webhookEvents).set({ handledAt: now, outcome }).where(eq(webhookEvents.id, eventId));
}

/** Ids of open events received in this span, the oldest first. */
export async function listOpenEvents(
  db: Executor,
  received: { after: Date; before: Date },
  limit = 500,
): Promise<string[]> {
  const rows = await db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(
      and(
        isNull(webhookEvents.handledAt),
        gt(webhookEvents.receivedAt, received.after),
        lt(webhookEvents.receivedAt, received.before),
      ),
    )
    .orderBy(asc(webhookEvents.receivedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Open events stay, whatever their age. @returns how many went */
export async function deleteHandledEvents(db: Executor, receivedBefore: Date): Promise<number> {
  const gone = await db
    .delete(webhookEvents)
    .where(and(lt(webhookEvents.receivedAt, receivedBefore), sql`${webhookEvents.handledAt} is not null`))
    .returning({ id: webhookEvents.id });
  return gone.length;
}

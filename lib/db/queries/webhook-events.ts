import { and, asc, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { webhookEvents } from "../schema/banks";

export type WebhookEvent = typeof webhookEvents.$inferSelect;

/**
 * Stores news, or opens it again: of two equal messages signed in the same second nobody can tell whether the second is
 * the first once more. What its outcome was stays known.
 * @returns its id
 */
export async function insertEvent(db: Executor, values: typeof webhookEvents.$inferInsert): Promise<string> {
  const [event] = await db
    .insert(webhookEvents)
    .values(values)
    .onConflictDoUpdate({
      target: webhookEvents.fingerprint,
      set: {
        handledAt: null,
        // Never the same again: whoever is handling it now must not close it.
        receivedAt: sql`greatest(excluded.received_at, ${webhookEvents.receivedAt} + interval '1 millisecond')`,
      },
    })
    .returning({ id: webhookEvents.id });
  if (!event) throw new Error("The database stored no event and said nothing of it.");
  return event.id;
}

/** An event whose effect is still to come. */
export async function findOpenEvent(db: Executor, eventId: string): Promise<WebhookEvent | undefined> {
  const [event] = await db
    .select()
    .from(webhookEvents)
    .where(and(eq(webhookEvents.id, eventId), isNull(webhookEvents.handledAt)));
  return event;
}

/** Whether news with this very content, this one or one signed at another moment, has had its effect. */
export async function wasHandledBefore(db: Executor, event: WebhookEvent): Promise<boolean> {
  if (event.outcome !== null) return true;
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

/** It is handled, unless it came again meanwhile: what it asks for may have been done before there was reason to. */
export async function closeEvent(
  db: Executor,
  { id, receivedAt }: WebhookEvent,
  outcome: string,
  now: Date,
): Promise<void> {
  const received = sql`date_trunc('milliseconds', ${webhookEvents.receivedAt})`;
  const isSame = sql`${received} = ${receivedAt.toISOString()}::timestamptz`;
  await db
    .update(webhookEvents)
    .set({ outcome, handledAt: sql`case when ${isSame} then ${now.toISOString()}::timestamptz end` })
    .where(eq(webhookEvents.id, id));
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

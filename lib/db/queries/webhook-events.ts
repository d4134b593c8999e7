import { and, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { webhookEvents } from "../schema/banks";

export type WebhookEvent = typeof webhookEvents.$inferSelect;
export type NewEvent = Pick<
  WebhookEvent,
  "fingerprint" | "type" | "code" | "plaidItemId" | "payload" | "receivedAt"
>;

/**
 * Stores news, or opens it again: of two equal messages signed in the same second nobody can tell whether the second is
 * the first once more. What its outcome was stays known. One statement, and one text of it however many there are.
 *
 * Whoever writes several of these rows does so in the order of their fingerprints: nobody waits for one who waits for them.
 */
export async function insertEvents(db: Executor, events: readonly NewEvent[]): Promise<void> {
  // One statement cannot write a row twice.
  const rows = [...new Map(events.map((event) => [event.fingerprint, event])).values()].map((event) => ({
    fingerprint: event.fingerprint,
    type: event.type,
    code: event.code,
    plaid_item_id: event.plaidItemId,
    payload: event.payload,
    received_at: event.receivedAt,
  }));
  await db.execute(sql`
    insert into ${webhookEvents} (fingerprint, type, code, plaid_item_id, payload, received_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as news
      (fingerprint text, type text, code text, plaid_item_id text, payload jsonb, received_at timestamptz)
    order by fingerprint
    on conflict (fingerprint) do update set
      handled_at = null,
      next_attempt_at = null,
      -- Never the same again: whoever is handling it now must not close it.
      received_at = greatest(excluded.received_at, ${webhookEvents.receivedAt} + interval '1 millisecond')`);
}

/**
 * Takes open events that nobody handles, the oldest first; from others they are kept until `until`. Whoever dies with them
 * leaves them to the sweep.
 */
export async function claimEvents(
  db: Executor,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<WebhookEvent[]> {
  const claimed = db
    .$with("claimed")
    .as(
      db
        .select({ id: webhookEvents.id })
        .from(webhookEvents)
        .where(isDue(now))
        .orderBy(webhookEvents.receivedAt)
        .limit(limit)
        .for("update", { skipLocked: true }),
    );
  const events = await db
    .with(claimed)
    .update(webhookEvents)
    .set({ nextAttemptAt: until })
    .where(inArray(webhookEvents.id, db.select({ id: claimed.id }).from(claimed)))
    .returning();
  return events.sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}

/** Keeps those from others for longer that are still claimed until `from`; not what was closed or came again meanwhile. */
export async function renewClaims(
  db: Executor,
  ids: readonly string[],
  { from, until }: { from: Date; until: Date },
): Promise<void> {
  const held = db.$with("held").as(
    db
      .select({ id: webhookEvents.id })
      .from(webhookEvents)
      .where(and(inArray(webhookEvents.id, [...ids]), eq(webhookEvents.nextAttemptAt, from)))
      .orderBy(webhookEvents.fingerprint)
      .for("update"),
  );
  await db
    .with(held)
    .update(webhookEvents)
    .set({ nextAttemptAt: until })
    .where(inArray(webhookEvents.id, db.select({ id: held.id }).from(held)));
}

/** Whether there is news that nobody handles and that may be tried. */
export async function hasDueEvents(db: Executor, now: Date): Promise<boolean> {
  const found = await db.select({ id: webhookEvents.id }).from(webhookEvents).where(isDue(now)).limit(1);
  return found.length > 0;
}

const isDue = (now: Date) =>
  and(
    sql`${webhookEvents.handledAt} is null`,
    sql`(${webhookEvents.nextAttemptAt} is null or ${webhookEvents.nextAttemptAt} <= ${now.toISOString()}::timestamptz)`,
  );

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

/** Whether the person had signed in again when this came to be handled; done or not, that news has the last word. */
export async function wasRepairedLater(db: Executor, event: WebhookEvent): Promise<boolean> {
  const [later] = await db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.plaidItemId, event.plaidItemId ?? ""),
        eq(webhookEvents.code, "LOGIN_REPAIRED"),
        gt(webhookEvents.receivedAt, event.receivedAt),
      ),
    )
    .limit(1);
  return later !== undefined;
}

/** What became of an event: what was done, in a word, or when to try again. */
export type Handled = { event: WebhookEvent } & ({ outcome: string } | { tryAgainAt: Date });

/**
 * Those with an outcome are handled, unless they came again meanwhile: what they ask for may have been done before there
 * was reason to. The others stay open.
 */
export async function closeEvents(db: Executor, handled: readonly Handled[], now: Date): Promise<void> {
  const rows = handled.map((one) => ({
    id: one.event.id,
    received_at: one.event.receivedAt,
    outcome: "outcome" in one ? one.outcome : null,
    next_attempt_at: "tryAgainAt" in one ? one.tryAgainAt : null,
  }));
  await db.execute(sql`
    with ended as (
      select ${webhookEvents.id}, news.outcome, news.next_attempt_at,
        date_trunc('milliseconds', ${webhookEvents.receivedAt}) = news.received_at as is_same
      from ${webhookEvents} join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as news
        (id uuid, received_at timestamptz, outcome text, next_attempt_at timestamptz)
        on news.id = ${webhookEvents.id}
      order by ${webhookEvents.fingerprint} for update of ${webhookEvents}
    )
    update ${webhookEvents} set
      outcome = coalesce(ended.outcome, ${webhookEvents.outcome}),
      handled_at = case when is_same and ended.outcome is not null then ${now.toISOString()}::timestamptz
        else ${webhookEvents.handledAt} end,
      next_attempt_at = case when is_same then ended.next_attempt_at else ${webhookEvents.nextAttemptAt} end
    from ended where ended.id = ${webhookEvents.id}`);
}

/** Open events stay, whatever their age. @returns how many went */
export async function deleteHandledEvents(db: Executor, receivedBefore: Date): Promise<number> {
  const gone = await db
    .delete(webhookEvents)
    .where(and(lt(webhookEvents.receivedAt, receivedBefore), sql`${webhookEvents.handledAt} is not null`))
    .returning({ id: webhookEvents.id });
  return gone.length;
}

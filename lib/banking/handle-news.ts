import { database } from "../db/client";
import { findItem, findItemsByPlaidIds, type Item } from "../db/queries/items";
import { claimEvents, closeEvents, type Handled, type WebhookEvent } from "../db/queries/webhook-events";
import { groupBy } from "../domain/group-by";
import { inBatches } from "../in-batches";
import { log } from "../log";
import { WebhookNews } from "../plaid/webhook-news";
import { CLAIMED_FOR_MS, keepClaimed } from "./keep-claimed";
import { NEWS_EFFECTS } from "./news-effects";
import { newsIsLookedAt } from "./wake-for-news";

const BATCH = 200;
const BANKS_AT_ONCE = 8;
const TRIED_AGAIN_AFTER_MS = 10_000;
/** What still fails after an hour will not get better by the second. */
const OFTEN_FOR_MS = 3_600_000;
const SELDOM_MS = 3_600_000;

const NOT_OURS = "not ours";

/**
 * Does what all stored news asks for that nobody handles yet. Safe to do twice, at the same time, and in any order. News that
 * could not be handled now holds up no other; the sweep has it tried again.
 */
export async function handleNews(clock: () => Date = () => new Date()): Promise<void> {
  await newsIsLookedAt();
  for (;;) {
    const now = clock();
    const until = later(now, CLAIMED_FOR_MS);
    const events = await claimEvents(database(), { now, until, limit: BATCH });
    if (events.length === 0) return;
    const stopKeeping = keepClaimed(events, until, clock);
    await handleBatch(events, now).finally(stopKeeping);
    if (events.length < BATCH) return;
  }
}

async function handleBatch(events: readonly WebhookEvent[], now: Date): Promise<void> {
  const banks = groupBy(events, ({ plaidItemId }) => plaidItemId);
  const known = await findItemsByPlaidIds(
    database(),
    [...banks.keys()].filter((id) => id !== null),
  );
  const items = new Map(known.map((item) => [item.plaidItemId, item]));
  const close = inBatches<Handled[]>((handled) => closeEvents(database(), handled.flat(), now), BATCH);
  const closing: Promise<void>[] = [];
  const failures: unknown[] = [];
  const note = (reason: unknown) => void failures.push(reason);
  const all: Handled[] = [];
  const rest = banks.entries();

  async function handleOneByOne(): Promise<void> {
    for (const [plaidItemId, news] of rest) {
      const handled = await handleBank(news, plaidItemId === null ? undefined : items.get(plaidItemId), now);
      all.push(...handled);
      // Nobody waits for it yet, and it may fail before somebody does: that would end the process.
      closing.push(close(handled).catch(note));
    }
  }
  await Promise.all(Array.from({ length: BANKS_AT_ONCE }, () => handleOneByOne().catch(note)));
  await Promise.all(closing);
  tell(all);
  if (failures.length > 0) throw failures[0];
}

/** In the order in which it came. The same news several times has its effect once: all of it was there before that began. */
async function handleBank(
  events: readonly WebhookEvent[],
  item: Item | undefined,
  now: Date,
): Promise<Handled[]> {
  const done = new Map<string, Promise<string>>();
  const handled: Handled[] = [];
  for (const event of events) {
    const news = JSON.stringify(event.payload);
    const outcome = done.get(news) ?? effectOf(event, done.size === 0 ? item : await reread(item), now);
    done.set(news, outcome);
    handled.push(await settled(event, outcome, now));
  }
  return handled;
}

/** An effect changes the item. */
const reread = async (item: Item | undefined) => item && findItem(database(), item.id);

/** @returns what was done, in a word */
async function effectOf(event: WebhookEvent, item: Item | undefined, now: Date): Promise<string> {
  const name = `${event.type} ${event.code}`;
  const effect = Object.hasOwn(NEWS_EFFECTS, name) ? NEWS_EFFECTS[name] : undefined;
  if (!effect || event.plaidItemId === null) return "ignored";
  if (!item) return NOT_OURS;
  if (item.status === "revoked") return "access ended before";
  return effect({ item, event, payload: WebhookNews.parse(event.payload), now });
}

async function settled(event: WebhookEvent, outcome: Promise<string>, now: Date): Promise<Handled> {
  try {
    return { event, outcome: await outcome };
  } catch (err) {
    const { id: eventId, type, code } = event;
    log().error({ eventId, type, code, err }, "news not handled; it is tried again later");
    const isYoung = now.getTime() - event.receivedAt.getTime() < OFTEN_FOR_MS;
    return { event, tryAgainAt: later(now, isYoung ? TRIED_AGAIN_AFTER_MS : SELDOM_MS) };
  }
}

/** A line for many: a burst of news must not become a burst of lines. */
function tell(handled: readonly Handled[]): void {
  const outcomes: Record<string, number> = {};
  const strangers = new Set<string | null>();
  for (const one of handled) {
    const { type, code, plaidItemId } = one.event;
    const outcome = "outcome" in one ? one.outcome : "failed";
    const name = `${type} ${code}: ${outcome}`;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
    if (outcome === NOT_OURS) strangers.add(plaidItemId);
  }
  log().info({ events: handled.length, outcomes }, "news of banks");
  if (strangers.size === 0) return;
  log().warn(
    { plaidItemIds: [...strangers] },
    "news of bank links that are not stored here; unless they were just unlinked, Plaid bills them for nobody",
  );
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

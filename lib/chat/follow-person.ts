import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { EventsSnapshot, PersonEvent } from "../contract/events";
import { subscribeToPerson } from "../stream/person-events";
import { listConversations } from "./list-conversations";

export type PersonFeedTiming = {
  /** How often Postgres is asked whether something was missed, and whether the session still holds. */
  lookMs: number;
  /** A feed ends after this long, so that its reader comes back to a process that is there to stay. */
  lifeMs: number;
};

const PERSON_FEED_TIMING: PersonFeedTiming = { lookMs: 30_000, lifeMs: 15 * 60_000 };

/** More than that waiting is read anew instead of kept. */
const MAX_WAITING = 100;

type Follower = {
  userId: string;
  signal: AbortSignal;
  /** Asked from time to time, and whenever a device was signed out; false ends the feed. */
  isStillSignedIn: () => Promise<boolean>;
};

/** What was published and not fetched yet, and whether something may be missing from it. */
function createInbox() {
  let waiting: PersonEvent[] = [];
  let hasMissed = true;
  let isDoubtful = false;
  let wake: () => void = () => undefined;
  const miss = () => {
    waiting = [];
    hasMissed = true;
    isDoubtful = true;
    wake();
  };
  return {
    miss,
    push(event: PersonEvent) {
      if (waiting.length >= MAX_WAITING) return miss();
      waiting.push(event);
      if (event.type === "sessions") isDoubtful = true;
      wake();
    },
    take: () => waiting.splice(0),
    /** True once after something was missed. */
    takeMissed() {
      const missed = hasMissed;
      hasMissed = false;
      return missed;
    },
    /** True once after a device may have been signed out. */
    takeDoubt() {
      const doubtful = isDoubtful;
      isDoubtful = false;
      return doubtful;
    },
    async wait(ms: number, signal: AbortSignal) {
      if (waiting.length > 0 || hasMissed || signal.aborted) return;
      const woken = new AbortController();
      wake = () => woken.abort();
      await sleep(ms, undefined, { signal: AbortSignal.any([woken.signal, signal]) }).catch(() => undefined);
      wake = () => undefined;
    },
  };
}

/**
 * Everything that changes for a person, as long as `signal` lets it: how things stand, then the changes, and how things
 * stand again whenever changes may have been lost. Postgres is the truth; what is published is only speed.
 * Subscribed when this resolves.
 */
export async function followPerson(
  follower: Follower,
  timing: PersonFeedTiming = PERSON_FEED_TIMING,
): Promise<AsyncGenerator<PersonEvent[], void, undefined>> {
  const { userId, signal } = follower;
  const inbox = createInbox();
  const unsubscribe = await subscribeToPerson(userId, inbox.push, inbox.miss);
  signal.addEventListener("abort", unsubscribe, { once: true });
  if (signal.aborted) unsubscribe();
  return changes(follower, timing, inbox);
}

async function* changes(
  { userId, signal, isStillSignedIn }: Follower,
  { lookMs, lifeMs }: PersonFeedTiming,
  inbox: ReturnType<typeof createInbox>,
): AsyncGenerator<PersonEvent[], void, undefined> {
  const endsAt = performance.now() + lifeMs;
  const looks = everySoOften(lookMs);
  let told: EventsSnapshot | null = null;
  while (!signal.aborted && performance.now() < endsAt) {
    const isTime = looks.isDue();
    if ((inbox.takeDoubt() || isTime) && !(await isStillSignedIn())) return;
    if (inbox.takeMissed()) told = null;
    if (isTime || told === null) told = yield* lookAnew(userId, inbox, told);
    const events = inbox.take();
    if (events.length > 0) yield events;
    else await inbox.wait(looks.dueInMs(), signal);
  }
}

/** Something that is due again so many milliseconds after it was seen to be due. */
function everySoOften(ms: number) {
  let dueAt = performance.now() + ms;
  return {
    isDue() {
      const isDue = performance.now() >= dueAt;
      if (isDue) dueAt = performance.now() + ms;
      return isDue;
    },
    dueInMs: () => Math.max(0, dueAt - performance.now()),
  };
}

/**
 * How things stand now, unless that is what was told. What is published while it is read waits, and comes after it: nothing
 * newer is ever taken back by it. Where nothing was told yet it comes first, in place of all earlier news that it holds.
 */
async function* lookAnew(
  userId: string,
  inbox: ReturnType<typeof createInbox>,
  told: EventsSnapshot | null,
): AsyncGenerator<PersonEvent[], EventsSnapshot, undefined> {
  const earlier = inbox.take();
  if (told !== null && earlier.length > 0) yield earlier;
  const conversations = await listConversations(userId);
  const snapshot: EventsSnapshot = { type: "snapshot", personId: userId, conversations };
  if (told === null) yield [snapshot, ...earlier.filter(({ type }) => type === "bank")];
  else if (!isDeepStrictEqual(snapshot, told)) yield [snapshot];
  return snapshot;
}

import { setTimeout as sleep } from "node:timers/promises";
import { lazy } from "../lazy";
import { log } from "../log";
import { allowAnother, enqueue } from "../queue/enqueue";

/** News that comes closer together wakes a worker once. */
const PAUSE_MS = 50;
/** Waits in the queue at most once, whoever asks for it. */
const ID = "open-news";

type Bell = { isWanted: boolean; isRinging: boolean };
const bell = lazy("news-bell", (): Bell => ({ isWanted: false, isRinging: false }));

/**
 * Has a worker look at the stored news soon, without waiting for that: when the queue is away, the sweep finds what is
 * stored.
 */
export function wakeForNews(): void {
  const state = bell();
  state.isWanted = true;
  if (!state.isRinging) void ring(state);
}

async function ring(state: Bell): Promise<void> {
  state.isRinging = true;
  while (state.isWanted) {
    state.isWanted = false;
    await putNewsIntoQueue().catch((err: unknown) =>
      log().warn({ err }, "no worker woken for stored news; the sweep does it"),
    );
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
  state.isRinging = false;
}

/** @throws {AppError} `unavailable` when the queue cannot be reached */
export const putNewsIntoQueue = (): Promise<void> => enqueue("bank.news", {}, { deduplication: { id: ID } });

/**
 * To be said by a worker before it looks: what is stored from now on wakes another one. That one handles other news at
 * the same time, so a bank that is slow to answer holds nobody up.
 */
export async function newsIsLookedAt(): Promise<void> {
  await allowAnother("bank.news", ID).catch((err: unknown) =>
    log().warn({ err }, "news that comes now waits for the sweep"),
  );
}

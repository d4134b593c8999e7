import pLimit from "p-limit";
import type { OutgoingWebhook } from "../bank/state";
import { type Attempt, postWebhook } from "./post-webhook";

/** Plaid tries again after 30 seconds and then each time after four times as long, for up to 24 hours. */
const RETRY_SECONDS = [30, 120, 480, 1_920, 7_680, 30_720];
const LOGGED = 5_000;
/** All of a burst at once would share the time that its receiver has for each: a slow one would be late for all of them. */
export const AT_ONCE = 16;
const REORDER_MILLISECONDS = 50;

export const WEBHOOK_MODES = ["normal", "hold", "drop", "duplicate", "reorder"] as const;
export type WebhookMode = (typeof WEBHOOK_MODES)[number];

export type LoggedWebhook = {
  id: string;
  itemId: string;
  code: string;
  url: string;
  /** Exactly what is sent. */
  body: string;
  state: "held" | "dropped" | "sending" | "waiting" | "delivered" | "given_up";
  attempts: Attempt[];
};

type Parts = {
  now(): Date;
  sign(body: string): Promise<string>;
  /** Remembers how often it was tried, or, when it needs no further attempt, forgets it. */
  note(id: string, attempts: number, finished: boolean): Promise<void>;
};

/** Delivers webhooks as Plaid does, or as badly as a test asks for. */
export class PostOffice {
  readonly #parts: Parts;
  readonly #logged: LoggedWebhook[] = [];
  readonly #timers = new Map<LoggedWebhook, NodeJS.Timeout>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #stopped = new AbortController();
  readonly #limit = pLimit(AT_ONCE);
  #mode: WebhookMode = "normal";
  #retryScale = 1;
  #shuffling: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  accept({ id, itemId, code, url, body }: OutgoingWebhook): void {
    const entry: LoggedWebhook = { id, itemId, code, url, body, state: "held", attempts: [] };
    this.#remember(entry);
    if (this.#mode === "drop") this.#drop(entry);
    else if (this.#mode === "reorder") this.#releaseSoon();
    else if (this.#mode !== "hold") this.#send(entry);
  }

  /** How webhooks travel from now on. Held ones leave when the mode is no longer `hold`. */
  setMode(mode: WebhookMode): void {
    this.#mode = mode;
    if (mode !== "hold") this.#release();
  }

  /** 1: Plaid's own delays; 0.001: thirty milliseconds instead of thirty seconds. */
  setRetryScale(scale: number): void {
    this.#retryScale = scale;
  }

  /** Sends at once what waits for its next attempt, and resolves when nothing is under way. */
  async retryNow(): Promise<void> {
    if (this.#mode !== "hold") this.#release();
    for (const [entry, timer] of [...this.#timers]) {
      clearTimeout(timer);
      this.#run(entry);
    }
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Every webhook so far, oldest first; only the last few thousand are kept. */
  log(): LoggedWebhook[] {
    return this.#logged.map((entry) => ({ ...entry, attempts: [...entry.attempts] }));
  }

  /** Breaks off what is under way and resolves when nothing is noted any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    if (this.#shuffling !== null) clearTimeout(this.#shuffling);
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #attempt(entry: LoggedWebhook): Promise<void> {
    const made = await postWebhook(entry.url, {
      body: entry.body,
      signature: await this.#parts.sign(entry.body),
      at: this.#parts.now(),
      signal: this.#stopped.signal,
    });
    if (this.#stopped.signal.aborted) return; // The next process goes on with it.
    entry.attempts.push(made);
    const seconds = RETRY_SECONDS[entry.attempts.length - 1];
    const finished = made.status === 200 || seconds === undefined;
    if (finished) entry.state = made.status === 200 ? "delivered" : "given_up";
    else this.#tryLater(entry, seconds);
    await this.#parts.note(entry.id, entry.attempts.length, finished);
  }

  #tryLater(entry: LoggedWebhook, seconds: number): void {
    entry.state = "waiting";
    const retry = () => this.#run(entry);
    this.#timers.set(entry, setTimeout(retry, seconds * 1_000 * this.#retryScale).unref());
  }

  /** A second copy is its own entry, so that the log tells what the receiver saw. */
  #send(entry: LoggedWebhook): void {
    this.#run(entry);
    if (this.#mode !== "duplicate") return;
    const copy = { ...entry, attempts: [] };
    this.#remember(copy);
    this.#run(copy);
  }

  #drop(entry: LoggedWebhook): void {
    entry.state = "dropped";
    this.#watch(this.#parts.note(entry.id, 0, true));
  }

  #release(): void {
    const held = this.#logged.filter(({ state }) => state === "held");
    if (this.#mode === "reorder") held.reverse();
    for (const entry of held) {
      if (this.#mode === "drop") this.#drop(entry);
      else this.#send(entry);
    }
  }

  #releaseSoon(): void {
    this.#shuffling ??= setTimeout(() => {
      this.#shuffling = null;
      if (this.#mode !== "hold") this.#release();
    }, REORDER_MILLISECONDS).unref();
  }

  #remember(entry: LoggedWebhook): void {
    this.#logged.push(entry);
    if (this.#logged.length > LOGGED) this.#logged.shift();
  }

  #run(entry: LoggedWebhook): void {
    this.#timers.delete(entry);
    entry.state = "sending";
    this.#watch(this.#limit(() => this.#attempt(entry)));
  }

  #watch(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => console.error("The sandbox bank could not send a webhook:", error))
      .finally(() => this.#underWay.delete(watched));
    this.#underWay.add(watched);
  }
}

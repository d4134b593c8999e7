import { z } from "zod";
import { type DraftStorage, draftKey, Question } from "./draft";

const Stored = z.array(Question);

const MAX_QUEUED = 10;

export type Queue = {
  questions: readonly Question[];
  /** The one whose text is being changed: it is not sent meanwhile. */
  changingId: string | null;
};

/**
 * Questions that wait for the answer being written now. They are kept in this browser until the server has them; the id of
 * each is fixed, so that two tabs that send the same one ask it once.
 */
export class QuestionQueue {
  readonly #listeners = new Set<() => void>();
  #queue: Queue = { questions: [], changingId: null };
  #name: string | null = null;
  #storage: DraftStorage | null = null;

  readonly get = (): Queue => this.#queue;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes what was kept under this name, except questions that the conversation has by now. */
  attach(name: string, storage: DraftStorage | null, isStored: (messageId: string) => boolean): void {
    if (this.#name === name) return;
    this.#name = name;
    this.#storage = storage;
    const own = this.#queue.questions;
    const kept = this.#read().filter((one) => !own.some(({ messageId }) => messageId === one.messageId));
    this.#change([...kept, ...own].filter(({ messageId }) => !isStored(messageId)));
  }

  /** Another tab changed the queue. */
  readonly readAgain = (): void => this.#show({ questions: this.#read() });

  /** @returns false when too many wait already */
  add(question: Question): boolean {
    if (this.#queue.questions.length >= MAX_QUEUED) return false;
    this.#change([...this.#queue.questions, question]);
    return true;
  }

  startChanging(messageId: string | null): void {
    this.#show({ changingId: messageId });
  }

  change(messageId: string, text: string): void {
    this.#change(this.#queue.questions.map((one) => (one.messageId === messageId ? { ...one, text } : one)));
    this.#show({ changingId: null });
  }

  /** It was taken by the server, or is not to be asked any more. */
  remove(messageId: string): void {
    if (!this.has(messageId)) return;
    this.#change(this.#queue.questions.filter((one) => one.messageId !== messageId));
  }

  has(messageId: string): boolean {
    return this.#queue.questions.some((one) => one.messageId === messageId);
  }

  /** The one to send next; null when none waits, or it is being changed. */
  next(): Question | null {
    const first = this.#queue.questions[0];
    return first === undefined || first.messageId === this.#queue.changingId ? null : first;
  }

  #change(questions: readonly Question[]): void {
    this.#show({ questions });
    if (this.#name === null) return;
    const key = draftKey(this.#name);
    try {
      if (questions.length === 0) this.#storage?.removeItem(key);
      else this.#storage?.setItem(key, JSON.stringify(questions));
    } catch {
      // Full or forbidden: the queue lives as long as the page.
    }
  }

  #read(): Question[] {
    try {
      const json = this.#name === null ? null : this.#storage?.getItem(draftKey(this.#name));
      return json ? Stored.parse(JSON.parse(json)) : [];
    } catch {
      return []; // Forbidden, or not ours.
    }
  }

  #show(change: Partial<Queue>): void {
    this.#queue = { ...this.#queue, ...change };
    for (const listener of this.#listeners) listener();
  }
}

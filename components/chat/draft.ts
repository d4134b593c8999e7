import { z } from "zod";

export const Question = z.object({ conversationId: z.string(), messageId: z.string(), text: z.string() });
/** A text that was sent under an id: the same text under the same id is the same question. */
export type Question = z.infer<typeof Question>;

const Stored = z.object({
  text: z.string(),
  /** On its way when this was written. */
  held: Question.nullable(),
  /** Came back unsent. */
  returned: Question.nullable(),
});
type Stored = z.infer<typeof Stored>;
const EMPTY: Stored = { text: "", held: null, returned: null };

const SAVE_AFTER_MS = 300;
const PREFIX = "purser:draft:";

/** Where drafts outlive the page. Without one (storage can be forbidden) they live as long as the page. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What was typed in one conversation and not yet taken by the server; it outlives the view, a reload and a failed send.
 * A question that is on its way leaves the field but is kept until the server has it.
 */
export class Draft {
  readonly #conversationId: string;
  #name: string | null = null;
  #storage: DraftStorage | null = null;
  #text = "";
  #held: Question | null = null;
  #returned: Question | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isChanged = false;
  #written: string | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(conversationId: string) {
    this.#conversationId = conversationId;
  }

  readonly getText = (): string => this.#text;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Gives the draft its place in the storage. The first time it takes what is there, except a question that the
   * conversation already has; later, when a new conversation gets its name, what is typed moves along.
   */
  attach(name: string, storage: DraftStorage | null, isStored: (messageId: string) => boolean): void {
    if (this.#name === name) return;
    const isNew = this.#name === null;
    if (!isNew) this.#leave();
    this.#name = name;
    this.#storage = storage;
    if (isNew) this.#takeOver(parse(read(storage, name)), isStored);
    this.#isChanged = true;
    this.save();
  }

  type(text: string): void {
    this.#show(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  /** The text becomes a question on its way and leaves the field. The id is the old one if it was sent before. */
  hold(newId: () => string): Question | null {
    const text = this.#text.trim();
    if (text === "") return null;
    const again = this.#returned?.text === text ? this.#returned : null;
    this.#held = again ?? { conversationId: this.#conversationId, messageId: newId(), text };
    this.#returned = null;
    this.#show("");
    this.save();
    return this.#held;
  }

  /** The server has it. */
  settle(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.#isChanged = true;
    this.save();
  }

  /** The server did not take it: it is text again, unless something else was typed meanwhile; then it stays kept. */
  giveBack(question: Question): void {
    if (this.#text.trim() === "") {
      this.#held = null;
      this.#returned = question;
      this.#show(question.text);
    } else this.#held = question;
    this.#isChanged = true;
    this.save();
  }

  /** The server has it after all, whatever it answered: it is no text to send any more. */
  drop(question: Question): void {
    if (this.#held?.messageId === question.messageId) this.#held = null;
    if (this.#returned?.messageId === question.messageId) this.#returned = null;
    this.#show(this.#text.trim() === question.text ? "" : this.#text);
    this.save();
  }

  /** Another tab wrote this draft. What is being typed here is not overwritten. */
  readAgain(): void {
    if (this.#isChanged || this.#name === null) return;
    const { text, returned } = parse(read(this.#storage, this.#name));
    this.#returned = returned;
    if (text === this.#text) return;
    this.#show(text);
    this.#isChanged = false;
  }

  /** Writes down what has changed here, now. */
  save(): void {
    clearTimeout(this.#timer);
    if (this.#name === null || !this.#isChanged) return;
    this.#isChanged = false;
    const stored: Stored = { text: this.#text, held: this.#held, returned: this.#returned };
    const isEmpty = stored.text === "" && stored.held === null;
    this.#written = isEmpty ? null : JSON.stringify(stored);
    write(this.#storage, this.#name, this.#written);
  }

  /** For signing out: nothing stays, and nothing more is written. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#storage = null;
  }

  /** Whoever starts another new conversation may have written under the name that this one leaves. */
  #leave(): void {
    if (this.#name === null || this.#written === null) return;
    if (read(this.#storage, this.#name) === this.#written) write(this.#storage, this.#name, null);
  }

  #takeOver({ text, held, returned }: Stored, isStored: (messageId: string) => boolean): void {
    const lost = held !== null && !isStored(held.messageId) ? held : null;
    const kept = [lost?.text, text, this.#text].filter((piece) => piece !== undefined && piece !== "");
    const sent = lost ?? returned;
    // Under another conversation's id the same id would not be the same question.
    const isUsable = sent?.conversationId === this.#conversationId && !isStored(sent.messageId);
    this.#returned = isUsable ? sent : null;
    this.#show(kept.join("\n\n"));
  }

  #show(text: string): void {
    this.#text = text;
    this.#isChanged = true;
    for (const listener of this.#listeners) listener();
  }
}

export const isDraftKey = (key: string | null): boolean => key?.startsWith(PREFIX) ?? false;

export const draftKey = (name: string): string => `${PREFIX}${name}`;

function read(storage: DraftStorage | null, name: string): string | null {
  try {
    return storage?.getItem(draftKey(name)) ?? null;
  } catch {
    return null; // Forbidden; a draft is a comfort, not a need.
  }
}

function parse(json: string | null): Stored {
  try {
    return json === null ? EMPTY : Stored.parse(JSON.parse(json));
  } catch {
    return EMPTY; // Not ours.
  }
}

function write(storage: DraftStorage | null, name: string, json: string | null): void {
  try {
    if (json === null) storage?.removeItem(draftKey(name));
    else storage?.setItem(draftKey(name), json);
  } catch {
    // Full or forbidden: the text is still in the field.
  }
}

const keyOf = (personId: string) => `purser:unread:${personId}`;
const MAX_IDS = 200;
const NONE: readonly string[] = [];

/** The conversations with an answer that nobody has looked at in this browser, the same for all of its tabs. */
export class Unread {
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #ids: readonly string[] = NONE;

  constructor(personId: string) {
    this.#key = keyOf(personId);
  }

  readonly get = (): readonly string[] => this.#ids;
  /** The server knows of none, and the first paint must be its own. */
  readonly getOnServer = (): readonly string[] => NONE;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    const onStorage = ({ key }: StorageEvent) => {
      if (key === this.#key) this.#load();
    };
    window.addEventListener("storage", onStorage);
    this.#load();
    return () => {
      window.removeEventListener("storage", onStorage);
      this.#listeners.delete(listener);
    };
  };

  add(id: string): void {
    this.#load();
    if (!this.#ids.includes(id)) this.#save([...this.#ids, id].slice(-MAX_IDS));
  }

  remove(id: string): void {
    this.#load();
    if (this.#ids.includes(id)) this.#save(this.#ids.filter((other) => other !== id));
  }

  #load(): void {
    try {
      const stored = JSON.parse(window.localStorage.getItem(this.#key) ?? "[]");
      const ids = Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : NONE;
      if (ids.join() !== this.#ids.join()) this.#set(ids);
    } catch {
      // Storage is forbidden or was written by something else: this tab goes on with what it knows.
    }
  }

  #save(ids: readonly string[]): void {
    try {
      window.localStorage.setItem(this.#key, JSON.stringify(ids));
    } catch {
      // Full or forbidden: the mark is still shown in this tab.
    }
    this.#set(ids);
  }

  #set(ids: readonly string[]): void {
    this.#ids = ids;
    for (const listener of this.#listeners) listener();
  }
}

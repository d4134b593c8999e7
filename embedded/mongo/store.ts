import { Binary, type Document } from "bson";
import { Collection } from "./collection";
import { badValue, CommandError } from "./command-error";
import type { Journal } from "./journal";
import { readTyped } from "./typed-bson";

/** All databases. Every change goes through the journal; a write is acknowledged after `flushed`. */
export class Store {
  readonly #collections = new Map<string, Collection>();
  #journal: Journal | undefined;

  /** From now on changes are recorded; before, `apply` rebuilds the state silently. */
  attach(journal: Journal): void {
    this.#journal = journal;
  }

  readonly #record = (entry: Document): void => this.#journal?.append(entry);

  /** Resolves when all changes so far are on the disk. */
  async flushed(): Promise<void> {
    await this.#journal?.flushed();
  }

  existing(database: string, name: string): Collection | undefined {
    return this.#collections.get(namespaceOf(database, name));
  }

  /** MongoDB makes a collection with the first write to it. */
  ensure(database: string, name: string): Collection {
    const namespace = namespaceOf(database, name);
    const existing = this.#collections.get(namespace);
    if (existing !== undefined) return existing;
    this.#record({ k: "create", n: namespace });
    return this.#create(namespace);
  }

  #create(namespace: string): Collection {
    const collection = new Collection(namespace, this.#record);
    this.#collections.set(namespace, collection);
    return collection;
  }

  names(database: string): string[] {
    const prefix = `${database}.`;
    return [...this.#collections.keys()]
      .filter((namespace) => namespace.startsWith(prefix))
      .map((namespace) => namespace.slice(prefix.length))
      .sort();
  }

  databases(): string[] {
    return [
      ...new Set([...this.#collections.keys()].map((namespace) => namespace.split(".")[0] ?? "")),
    ].sort();
  }

  collections(): Iterable<Collection> {
    return this.#collections.values();
  }

  drop(database: string, name: string): boolean {
    const namespace = namespaceOf(database, name);
    if (!this.#collections.delete(namespace)) return false;
    this.#record({ k: "drop", n: namespace });
    return true;
  }

  /** Replays one entry of the journal. */
  apply(entry: Document): void {
    const namespace = String(entry.n);
    if (entry.k === "drop") {
      this.#collections.delete(namespace);
      return;
    }
    const collection = this.#collections.get(namespace) ?? this.#create(namespace);
    if (entry.k === "put" && entry.d instanceof Binary) put(collection, readTyped(entry.d.buffer));
    else if (entry.k === "remove") remove(collection, entry.d);
    else if (entry.k === "createIndex") collection.createIndex(entry.i);
    else if (entry.k === "dropIndex") collection.dropIndex(String(entry.i));
    else if (entry.k !== "create") throw new Error(`unknown journal entry "${String(entry.k)}"`);
  }

  /** The shortest journal that leads to the present state. */
  *entries(): Generator<Document> {
    for (const collection of this.#collections.values()) {
      const n = collection.namespace;
      yield { k: "create", n };
      for (const document of collection.all()) yield { k: "put", n, d: new Binary(document.bytes) };
      for (const { definition } of collection.specifications()) yield { k: "createIndex", n, i: definition };
    }
  }
}

function put(collection: Collection, document: Document): void {
  const before = collection.byId(document._id);
  if (before === undefined) collection.insert(document);
  else collection.replace(before, document);
}

function remove(collection: Collection, id: Document): void {
  const before = collection.byId(id._id);
  if (before !== undefined) collection.remove(before);
}

function namespaceOf(database: string, name: string): string {
  if (!/^[^/\\. "$\0]{1,63}$/.test(database)) {
    throw new CommandError(73, "InvalidNamespace", `Invalid database name: '${database}'`);
  }
  if (name === "") throw badValue("collection names cannot be empty");
  if (/[$\0]|^\.|\.$|^system\./.test(name) || name.length > 200) {
    throw new CommandError(73, "InvalidNamespace", `Invalid collection name: '${name}'`);
  }
  return `${database}.${name}`;
}

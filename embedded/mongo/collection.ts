import { Binary, type Document } from "bson";
import { toView } from "./bson-view";
import { CollectionIndex } from "./collection-index";
import { CommandError } from "./command-error";
import type { Filter } from "./filter";
import { type IndexSpecification, parseIndex } from "./index-specification";
import { type StoredDocument, storeDocument } from "./stored-document";
import { readTyped } from "./typed-bson";
import { valueKey } from "./value-key";

/** Receives each change, in order, as the journal keeps it. */
export type Recorder = (entry: Document) => void;

const ID_INDEX: Document = { v: 2, key: { _id: 1 }, name: "_id_" };

/** The documents of one collection, in natural order, and its indexes. Nothing in here waits. */
export class Collection {
  readonly #documents = new Map<string, StoredDocument>();
  readonly #indexes = new Map<string, CollectionIndex>();
  readonly #record: Recorder;
  #sequence = 0;
  #exactCount = 0;

  constructor(
    readonly namespace: string,
    record: Recorder,
  ) {
    this.#record = record;
  }

  get size(): number {
    return this.#documents.size;
  }

  /** Whether any document holds numbers that comparisons must be guarded for. */
  get holdsExactNumbers(): boolean {
    return this.#exactCount > 0;
  }

  all(): StoredDocument[] {
    return [...this.#documents.values()];
  }

  byId(id: unknown): StoredDocument | undefined {
    return this.#documents.get(valueKey(toView(id)));
  }

  /** Documents that match, in natural order. */
  find(filter: Filter, limit = Number.POSITIVE_INFINITY): StoredDocument[] {
    const guarded = filter.exact || this.holdsExactNumbers;
    const found: StoredDocument[] = [];
    for (const document of this.#candidates(filter)) {
      if (guarded ? filter.testExact(document.view) : filter.test(document.view)) found.push(document);
      if (found.length >= limit) break;
    }
    return found;
  }

  #candidates(filter: Filter): Iterable<StoredDocument> {
    const ids = filter.equalities.get("_id");
    if (ids !== undefined) {
      const keys = new Set(ids.map(valueKey));
      return inOrder([...keys].map((key) => this.#documents.get(key)));
    }
    for (const index of this.#indexes.values()) {
      const values = index.firstField === undefined ? undefined : filter.equalities.get(index.firstField);
      if (values?.every((value) => index.canFind(value))) {
        return inOrder([...new Set(values.flatMap((value) => [...index.candidates(value)]))]);
      }
    }
    return this.#documents.values();
  }

  /** @throws CommandError 11000 when `_id` or a unique index says so. */
  insert(document: Document): StoredDocument {
    const stored = storeDocument(document, this.#sequence++);
    if (this.#documents.has(stored.key)) throw this.#duplicateId(stored);
    this.#place(stored, undefined);
    return stored;
  }

  /** @throws CommandError 11000, or 66 when `_id` would change. */
  replace(before: StoredDocument, document: Document): StoredDocument {
    const stored = storeDocument(document, before.sequence);
    if (stored.key !== before.key) {
      throw new CommandError(
        66,
        "ImmutableField",
        "the (immutable) field '_id' was found to have been altered",
      );
    }
    this.#place(stored, before);
    return stored;
  }

  #place(stored: StoredDocument, before: StoredDocument | undefined): void {
    for (const index of this.#indexes.values()) index.refuseDuplicate(stored, this.namespace, before);
    this.#record({ k: "put", n: this.namespace, d: new Binary(stored.bytes) });
    if (before !== undefined) this.#forget(before);
    this.#documents.set(stored.key, stored);
    this.#exactCount += Number(stored.exact);
    for (const index of this.#indexes.values()) index.add(stored);
  }

  remove(document: StoredDocument): void {
    this.#record({ k: "remove", n: this.namespace, d: { _id: readTyped(document.bytes)._id } });
    this.#documents.delete(document.key);
    this.#forget(document);
  }

  #forget(document: StoredDocument): void {
    this.#exactCount -= Number(document.exact);
    for (const index of this.#indexes.values()) index.remove(document);
  }

  #duplicateId(stored: StoredDocument): CommandError {
    const id: unknown = readTyped(stored.bytes)._id;
    const shown = JSON.stringify(String(stored.view._id));
    return new CommandError(
      11000,
      "DuplicateKey",
      `E11000 duplicate key error collection: ${this.namespace} index: _id_ dup key: { _id: ${shown} }`,
      { keyPattern: { _id: 1 }, keyValue: { _id: id } },
    );
  }

  indexDefinitions(): Document[] {
    return [ID_INDEX, ...this.specifications().map((specification) => specification.definition)];
  }

  specifications(): IndexSpecification[] {
    return [...this.#indexes.values()].map((index) => index.specification);
  }

  /** Returns false when the same index exists already. @throws CommandError 85, 86 or 11000. */
  createIndex(definition: Document): boolean {
    const specification = parseIndex(definition);
    if (sameKey(specification.key, { _id: 1 })) return false;
    const existing = this.specifications().find(
      (other) => other.name === specification.name || sameKey(other.key, specification.key),
    );
    if (existing !== undefined) {
      refuseConflict(existing, specification);
      return false;
    }
    const index = new CollectionIndex(specification);
    for (const document of this.#documents.values()) {
      index.refuseDuplicate(document, this.namespace);
      index.add(document);
    }
    this.#record({ k: "createIndex", n: this.namespace, i: specification.definition });
    this.#indexes.set(specification.name, index);
    return true;
  }

  dropIndex(name: string): void {
    if (name === "_id_") throw new CommandError(72, "InvalidOptions", "cannot drop _id index");
    if (!this.#indexes.delete(name)) {
      throw new CommandError(27, "IndexNotFound", `index not found with name [${name}]`);
    }
    this.#record({ k: "dropIndex", n: this.namespace, i: name });
  }
}

const inOrder = (documents: (StoredDocument | undefined)[]): StoredDocument[] =>
  documents
    .filter((document) => document !== undefined)
    .sort((left, right) => left.sequence - right.sequence);

export const sameKey = (left: Record<string, unknown>, right: Record<string, unknown>): boolean =>
  JSON.stringify(Object.entries(left)) === JSON.stringify(Object.entries(right));

function refuseConflict(existing: IndexSpecification, wanted: IndexSpecification): void {
  if (existing.name !== wanted.name) {
    throw conflict(
      85,
      "IndexOptionsConflict",
      `Index already exists with a different name: ${existing.name}`,
    );
  }
  if (!sameKey(existing.key, wanted.key)) {
    throw conflict(86, "IndexKeySpecsConflict", `An index called ${wanted.name} exists with another key`);
  }
  const options = (specification: IndexSpecification) => {
    const { unique, sparse, partialFilter, expireAfterSeconds } = specification;
    return JSON.stringify([unique, sparse, partialFilter ?? null, expireAfterSeconds ?? null]);
  };
  if (options(existing) !== options(wanted)) {
    throw conflict(85, "IndexOptionsConflict", `An index called ${wanted.name} exists with other options`);
  }
}

const conflict = (code: number, name: string, message: string) => new CommandError(code, name, message);

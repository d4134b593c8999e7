import { resolve } from "mingo/util";
import type { View } from "./bson-view";
import { CommandError } from "./command-error";
import { compileFilter, type Filter } from "./filter";
import type { IndexSpecification } from "./index-specification";
import type { StoredDocument } from "./stored-document";
import { readTyped } from "./typed-bson";
import { valueKey } from "./value-key";

/** Hash tables over one index: whole keys guard uniqueness, first fields find candidates for equality. */
export class CollectionIndex {
  readonly #fields: string[];
  readonly #partial: Filter | undefined;
  readonly #whole = new Map<string, StoredDocument>();
  readonly #first = new Map<string, Set<StoredDocument>>();

  constructor(readonly specification: IndexSpecification) {
    this.#fields = Object.keys(specification.key);
    this.#partial = specification.partialFilter && compileFilter(specification.partialFilter);
  }

  get firstField(): string | undefined {
    return this.#fields[0];
  }

  /** A partial index does not know every document, and null also means "missing", anywhere along the path. */
  canFind(value: unknown): boolean {
    return this.#partial === undefined && value !== null;
  }

  /** Documents whose first indexed field may equal the value: a superset, to be filtered. */
  candidates(value: unknown): Iterable<StoredDocument> {
    return this.#first.get(valueKey(value)) ?? [];
  }

  /** @throws CommandError 11000 when another document than `replaced` has the same key. */
  refuseDuplicate(document: StoredDocument, namespace: string, replaced?: StoredDocument): void {
    if (!this.specification.unique) return;
    for (const key of this.#wholeKeys(document.view)) {
      const owner = this.#whole.get(key);
      if (owner !== undefined && owner !== replaced) throw this.#duplicate(document, namespace);
    }
  }

  add(document: StoredDocument): void {
    if (this.specification.unique) {
      for (const key of this.#wholeKeys(document.view)) this.#whole.set(key, document);
    }
    if (!this.#covers(document.view)) return;
    for (const key of this.#firstKeys(document.view)) {
      const found = this.#first.get(key);
      if (found) found.add(document);
      else this.#first.set(key, new Set([document]));
    }
  }

  remove(document: StoredDocument): void {
    if (this.specification.unique) for (const key of this.#wholeKeys(document.view)) this.#whole.delete(key);
    for (const key of this.#firstKeys(document.view)) {
      const found = this.#first.get(key);
      found?.delete(document);
      if (found?.size === 0) this.#first.delete(key);
    }
  }

  #covers(view: View): boolean {
    if (this.#partial !== undefined) return this.#partial.test(view);
    return !this.specification.sparse || this.#fields.some((field) => resolve(view, field) !== undefined);
  }

  #firstKeys(view: View): Set<string> {
    const field = this.#fields[0];
    return new Set(field === undefined ? [] : keysOfField(view, field));
  }

  /** One key per combination; only one field may be an array, as in MongoDB. */
  #wholeKeys(view: View): Set<string> {
    if (!this.#covers(view)) return new Set();
    let keys = [""];
    let arrays = 0;
    for (const field of this.#fields) {
      const own = keysOfField(view, field);
      if (own.length > 1 && ++arrays > 1) {
        throw new CommandError(171, "CannotIndexParallelArrays", `cannot index parallel arrays [${field}]`);
      }
      keys = keys.flatMap((key) => own.map((item) => `${key}|${item}`));
    }
    return new Set(keys);
  }

  #duplicate(document: StoredDocument, namespace: string): CommandError {
    const { name, key } = this.specification;
    const typed = readTyped(document.bytes);
    const keyValue = Object.fromEntries(this.#fields.map((field) => [field, resolve(typed, field) ?? null]));
    const shown = this.#fields.map((field) => `${field}: ${show(resolve(document.view, field))}`).join(", ");
    return new CommandError(
      11000,
      "DuplicateKey",
      `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: { ${shown} }`,
      { keyPattern: key, keyValue },
    );
  }
}

/** An array is found by each of its elements; an empty one counts as a value of its own. */
function keysOfField(view: View, field: string): string[] {
  const value: unknown = resolve(view, field);
  if (!Array.isArray(value)) return [valueKey(value)];
  return [...new Set([...value, ...value.flat(1)].map(valueKey)), ...(value.length === 0 ? ["[]"] : [])];
}

const show = (value: unknown): string =>
  value !== null && typeof value === "object" && "key" in value
    ? `'${String(value)}'`
    : JSON.stringify(value ?? null);

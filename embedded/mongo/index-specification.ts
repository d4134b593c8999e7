import type { Document } from "bson";
import { isPlainDocument, toView } from "./bson-view";
import { badValue, CommandError, notSupported } from "./command-error";
import { compileFilter } from "./filter";

export interface IndexSpecification {
  name: string;
  /** Field paths in order; 1 or -1. */
  key: Record<string, number>;
  unique: boolean;
  sparse: boolean;
  partialFilter: Document | undefined;
  expireAfterSeconds: number | undefined;
  /** As the client sent it, for `listIndexes` and the journal. */
  definition: Document;
}

const KNOWN = new Set([
  "v",
  "key",
  "name",
  "unique",
  "sparse",
  "background",
  "hidden",
  "partialFilterExpression",
  "expireAfterSeconds",
]);

/** @throws CommandError for what is malformed and for kinds of index that this server does not have. */
export function parseIndex(definition: Document): IndexSpecification {
  const stranger = Object.keys(definition).find((name) => !KNOWN.has(name));
  if (stranger !== undefined) throw notSupported(`The index option "${stranger}"`);
  const key = parseKey(definition.key);
  const options = toView(definition);
  if (!isPlainDocument(options)) throw badValue("an index must be a document");
  const name = options.name;
  if (typeof name !== "string" || name === "") throw badValue("an index needs a name");
  const partialFilter = definition.partialFilterExpression;
  if (partialFilter !== undefined) {
    if (!isPlainDocument(partialFilter)) throw badValue("partialFilterExpression must be a document");
    compileFilter(partialFilter);
  }
  return {
    name,
    key,
    unique: Boolean(options.unique),
    sparse: Boolean(options.sparse),
    partialFilter,
    expireAfterSeconds: parseExpiry(options.expireAfterSeconds, key),
    definition: { v: definition.v ?? 2, ...definition },
  };
}

function parseKey(key: unknown): Record<string, number> {
  const view = toView(key);
  if (!isPlainDocument(view) || Object.keys(view).length === 0) {
    throw new CommandError(67, "CannotCreateIndex", "Index keys must be a document with at least one field");
  }
  const fields: Record<string, number> = {};
  for (const [field, direction] of Object.entries(view)) {
    if (typeof direction === "string") throw notSupported(`A "${direction}" index`);
    if (field.includes("$")) throw notSupported("A wildcard index");
    if (typeof direction !== "number" || direction === 0 || !Number.isFinite(direction)) {
      throw new CommandError(
        67,
        "CannotCreateIndex",
        `Values in the index key pattern must be 1 or -1: ${field}`,
      );
    }
    fields[field] = direction;
  }
  return fields;
}

function parseExpiry(seconds: unknown, key: Record<string, number>): number | undefined {
  if (seconds === undefined) return undefined;
  if (typeof seconds !== "number" || !(seconds >= 0)) {
    throw new CommandError(67, "CannotCreateIndex", "expireAfterSeconds must be a number of at least 0");
  }
  if (Object.keys(key).length !== 1 || "_id" in key) {
    throw new CommandError(67, "CannotCreateIndex", "TTL indexes are single-field indexes, and not on _id");
  }
  return seconds;
}

import { type Document, ObjectId } from "bson";
import { documentToView, type View, type ViewTraits } from "./bson-view";
import { badValue, CommandError } from "./command-error";
import { writeTyped } from "./typed-bson";
import { valueKey } from "./value-key";

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** A document at rest. Never changed, only replaced: a cursor that holds it reads a snapshot. */
export interface StoredDocument extends ViewTraits {
  /** Canonical text of `_id`. */
  key: string;
  /** What the client sent, byte for byte, and gets back. */
  bytes: Uint8Array;
  /** What queries look at. Shared: whoever changes a view clones it first. */
  view: View;
  /** Place in the natural order. */
  sequence: number;
}

/** @throws CommandError when it is too large or its `_id` is of a kind that MongoDB refuses. */
export function storeDocument(document: Document, sequence: number): StoredDocument {
  const withId = "_id" in document ? idFirst(document) : { _id: new ObjectId(), ...document };
  const traits: ViewTraits = { exact: false, typedNumbers: false };
  const view = documentToView(withId, traits);
  refuseBadId(view._id);
  for (const name of Object.keys(withId)) {
    if (name.startsWith("$")) throw dollarField(name);
  }
  const bytes = writeTyped(withId);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new CommandError(10334, "BSONObjectTooLarge", `Document of ${bytes.length} bytes, limit is 16 MB`);
  }
  return { key: valueKey(view._id), bytes, view, sequence, ...traits };
}

const idFirst = (document: Document): Document =>
  Object.keys(document)[0] === "_id" ? document : { _id: document._id, ...document };

function refuseBadId(id: unknown): void {
  if (Array.isArray(id))
    throw new CommandError(53, "InvalidIdField", "The '_id' value cannot be of type array");
  if (id instanceof RegExp) throw badValue("The '_id' value cannot be of type regex");
}

const dollarField = (name: string) =>
  new CommandError(52, "DollarPrefixedFieldName", `The dollar ($) prefixed field '${name}' is not allowed`);

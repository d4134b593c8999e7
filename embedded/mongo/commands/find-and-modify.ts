import { type Document, Int32 } from "bson";
import type { Collection } from "../collection";
import {
  type Call,
  type Command,
  type Reply,
  readDocument,
  readFlag,
  readOptionalDocuments,
  readText,
} from "../command";
import { failedToParse } from "../command-error";
import { compileFilter, type Filter } from "../filter";
import { projector } from "../projection";
import { sortDocuments } from "../sort-documents";
import type { StoredDocument } from "../stored-document";
import { readTyped } from "../typed-bson";
import { parseUpdate } from "../update";
import { updateStored } from "../update-stored";
import { documentForUpsert } from "../upsert";

interface Outcome {
  before: StoredDocument | undefined;
  after: StoredDocument | undefined;
  lastErrorObject: Document;
}

async function findAndModify(call: Call): Promise<Reply> {
  const { body } = call;
  const filter = compileFilter(readDocument(body, "query"));
  const project = projector(readDocument(body, "fields"), filter.view);
  const outcome = readFlag(body, "remove") ? removeOne(call, filter) : updateOne(call, filter);
  const shown = readFlag(body, "new") ? outcome.after : outcome.before;
  await call.store.flushed();
  const value = shown === undefined ? null : readTyped(project(shown));
  return { lastErrorObject: outcome.lastErrorObject, value, ok: 1 };
}

function removeOne(call: Call, filter: Filter): Outcome {
  if (call.body.update !== undefined) throw failedToParse("Cannot specify both an update and remove=true");
  if (readFlag(call.body, "new")) throw failedToParse("Cannot specify both new=true and remove=true");
  const collection = call.store.existing(call.database, readText(call.body, call.name));
  const before = first(collection, filter, call.body);
  if (before !== undefined) collection?.remove(before);
  return { before, after: undefined, lastErrorObject: { n: new Int32(before === undefined ? 0 : 1) } };
}

function updateOne(call: Call, filter: Filter): Outcome {
  const { body } = call;
  const update = parseUpdate(body.update);
  const context = { condition: filter.view, arrayFilters: readOptionalDocuments(body, "arrayFilters") };
  const name = readText(body, call.name);
  const collection = call.store.existing(call.database, name);
  const before = first(collection, filter, body);
  if (before !== undefined && collection !== undefined) {
    const after = updateStored(collection, before, update, context);
    return { before, after, lastErrorObject: { n: new Int32(1), updatedExisting: true } };
  }
  const nothing = { n: new Int32(0), updatedExisting: false };
  if (!readFlag(body, "upsert")) return { before, after: undefined, lastErrorObject: nothing };
  const document = documentForUpsert(readDocument(body, "query"), update, context);
  const after = call.store.ensure(call.database, name).insert(document);
  const upserted: unknown = readTyped(after.bytes)._id;
  return { before, after, lastErrorObject: { n: new Int32(1), updatedExisting: false, upserted } };
}

function first(collection: Collection | undefined, filter: Filter, body: Document) {
  if (collection === undefined) return undefined;
  const sort = readDocument(body, "sort");
  if (Object.keys(sort).length === 0) return collection.find(filter, 1)[0];
  return sortDocuments(collection.find(filter), sort)[0];
}

export const findAndModifyCommand: Command = {
  options: ["query", "sort", "remove", "update", "new", "fields", "upsert", "arrayFilters", "hint"].concat(
    "bypassDocumentValidation",
  ),
  refused: ["let"],
  run: findAndModify,
};

import { type Document, Int32 } from "bson";
import { isPlainDocument, toView } from "../bson-view";
import type { Collection } from "../collection";
import {
  type Call,
  type Commands,
  type Reply,
  readDocument,
  readDocuments,
  readFlag,
  readOptionalDocuments,
  readText,
  refuseUnknown,
} from "../command";
import { badValue, CommandError, failedToParse, notSupported, toCommandError } from "../command-error";
import { compileFilter } from "../filter";
import { sortDocuments } from "../sort-documents";
import { readTyped } from "../typed-bson";
import { parseUpdate } from "../update";
import { updateStored } from "../update-stored";
import { documentForUpsert } from "../upsert";
import { refuseCollation } from "./refused-options";

const MAX_BATCH = 100_000;

/**
 * Runs each write of a batch; what fails is reported by its index. Ordered batches stop there.
 * The journal is flushed once, before the answer.
 */
async function runBatch(call: Call, items: Document[], run: (item: Document, index: number) => void) {
  if (items.length === 0 || items.length > MAX_BATCH) {
    throw new CommandError(16, "InvalidLength", `Write batch sizes must be between 1 and ${MAX_BATCH}`);
  }
  const isOrdered = call.body.ordered === undefined || readFlag(call.body, "ordered");
  const writeErrors: Document[] = [];
  for (const [index, item] of items.entries()) {
    try {
      run(item, index);
    } catch (error) {
      const { code, message, details } = toCommandError(error);
      writeErrors.push({ index: new Int32(index), code: new Int32(code), errmsg: message, ...details });
      if (isOrdered) break;
    }
  }
  await call.store.flushed();
  return writeErrors.length > 0 ? { writeErrors } : {};
}

async function insert(call: Call): Promise<Reply> {
  const collection = call.store.ensure(call.database, readText(call.body, "insert"));
  let inserted = 0;
  const errors = await runBatch(call, readDocuments(call.body, "documents"), (document) => {
    collection.insert(document);
    inserted++;
  });
  return { n: new Int32(inserted), ...errors, ok: 1 };
}

async function update(call: Call): Promise<Reply> {
  const name = readText(call.body, "update");
  const tally = { matched: 0, modified: 0, upserted: [] as Document[] };
  const errors = await runBatch(call, readDocuments(call.body, "updates"), (statement, index) => {
    const { matched, modified, upsertedId } = runUpdate(call, name, statement);
    tally.matched += matched;
    tally.modified += modified;
    if (upsertedId !== undefined) tally.upserted.push({ index: new Int32(index), _id: upsertedId });
  });
  const upserted = tally.upserted.length > 0 ? { upserted: tally.upserted } : {};
  const n = tally.matched + tally.upserted.length;
  return { n: new Int32(n), nModified: new Int32(tally.modified), ...upserted, ...errors, ok: 1 };
}

function runUpdate(call: Call, name: string, statement: Document) {
  refuseCollation(statement);
  if (statement.c !== undefined) throw notSupported('The update option "c"');
  refuseUnknown(statement, "update.updates", [
    "q",
    "u",
    "multi",
    "upsert",
    "arrayFilters",
    "hint",
    "sort",
    "collation",
  ]);
  const filter = compileFilter(readDocument(statement, "q"));
  const parsed = parseUpdate(statement.u);
  const isMulti = readFlag(statement, "multi");
  if (isMulti && parsed.kind === "replacement") {
    throw failedToParse("multi update is not supported for replacement-style update");
  }
  const context = { condition: filter.view, arrayFilters: readOptionalDocuments(statement, "arrayFilters") };
  const sort = readDocument(statement, "sort");
  const isSorted = Object.keys(sort).length > 0;
  if (isSorted && isMulti) throw failedToParse("Cannot specify sort with multi=true");
  const collection = call.store.existing(call.database, name);
  const found = collection?.find(filter, isMulti || isSorted ? undefined : 1) ?? [];
  const chosen = isSorted ? sortDocuments(found, sort).slice(0, 1) : found;
  if (chosen.length === 0 && readFlag(statement, "upsert")) {
    const document = documentForUpsert(readDocument(statement, "q"), parsed, context);
    const stored = call.store.ensure(call.database, name).insert(document);
    return { matched: 0, modified: 0, upsertedId: readTyped(stored.bytes)._id as unknown };
  }
  let modified = 0;
  for (const before of chosen) {
    if (collection && updateStored(collection, before, parsed, context) !== before) modified++;
  }
  return { matched: chosen.length, modified, upsertedId: undefined };
}

async function remove(call: Call): Promise<Reply> {
  const collection = call.store.existing(call.database, readText(call.body, "delete"));
  let removed = 0;
  const errors = await runBatch(call, readDocuments(call.body, "deletes"), (statement) => {
    removed += runDelete(collection, statement);
  });
  return { n: new Int32(removed), ...errors, ok: 1 };
}

function runDelete(collection: Collection | undefined, statement: Document): number {
  refuseCollation(statement);
  refuseUnknown(statement, "delete.deletes", ["q", "limit", "hint", "collation"]);
  if (!isPlainDocument(statement.q)) throw failedToParse("delete needs a filter q");
  const limit = toView(statement.limit);
  if (limit !== 0 && limit !== 1) throw badValue("The limit field in delete objects must be 0 or 1");
  const filter = compileFilter(statement.q);
  const found = collection?.find(filter, limit === 1 ? 1 : undefined) ?? [];
  for (const document of found) collection?.remove(document);
  return found.length;
}

const shared = ["ordered", "bypassDocumentValidation"];

export const writeCommands: Commands = {
  insert: { options: ["documents", ...shared], run: insert },
  update: { options: ["updates", ...shared], refused: ["let"], run: update },
  delete: { options: ["deletes", ...shared], refused: ["let"], run: remove },
};

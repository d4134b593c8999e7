import { type Document, Int32 } from "bson";
import { resolve } from "mingo/util";
import { toView } from "../bson-view";
import type { Collection } from "../collection";
import {
  type Call,
  type Commands,
  type Reply,
  readCount,
  readDocument,
  readFlag,
  readNumber,
  readText,
} from "../command";
import { compileFilter, type Filter } from "../filter";
import { projector } from "../projection";
import { sortDocuments } from "../sort-documents";
import type { StoredDocument } from "../stored-document";
import { toTyped } from "../typed-value";
import { valueKey } from "../value-key";
import { namespaceOf, sessionOf } from "./call-context";

function find(call: Call): Reply {
  const { body } = call;
  const filter = compileFilter(readDocument(body, "filter"));
  const collection = call.store.existing(call.database, readText(body, "find"));
  const documents = select(collection, filter, body);
  const project = projector(readDocument(body, "projection"), filter.view);
  const limit = readNumber(body, "limit") ?? 0;
  return call.cursors.first({
    namespace: namespaceOf(call),
    documents: documents.map(project),
    batchSize: readCount(body, "batchSize"),
    singleBatch: readFlag(body, "singleBatch") || limit < 0,
    session: sessionOf(body),
  });
}

function select(collection: Collection | undefined, filter: Filter, body: Document): StoredDocument[] {
  const sort = readDocument(body, "sort");
  const skip = readCount(body, "skip") ?? 0;
  const limit = Math.abs(readNumber(body, "limit") ?? 0) || Number.POSITIVE_INFINITY;
  if (collection === undefined) return [];
  const isSorted = Object.keys(sort).length > 0;
  const found = collection.find(filter, isSorted ? undefined : skip + limit);
  const ordered = isSorted ? sortDocuments(found, sort) : found;
  return ordered.slice(skip, skip + limit);
}

function count(call: Call): Reply {
  const filter = compileFilter(readDocument(call.body, "query"));
  const collection = call.store.existing(call.database, readText(call.body, "count"));
  return { n: new Int32(select(collection, filter, call.body).length), ok: 1 };
}

function distinct(call: Call): Reply {
  const key = readText(call.body, "key");
  const filter = compileFilter(readDocument(call.body, "query"));
  const collection = call.store.existing(call.database, readText(call.body, "distinct"));
  const values = new Map<string, unknown>();
  for (const { view } of collection?.find(filter) ?? []) {
    const value: unknown = resolve(view, key);
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && !values.has(valueKey(item))) values.set(valueKey(item), item);
    }
  }
  return { values: [...values.values()].map((value) => toTyped(value, undefined)), ok: 1 };
}

function getMore(call: Call): Reply {
  const id = BigInt(String(toBigInt(call.body.getMore)));
  const namespace = `${call.database}.${readText(call.body, "collection")}`;
  return call.cursors.next(id, namespace, readCount(call.body, "batchSize"));
}

function killCursors(call: Call): Reply {
  const ids: unknown[] = Array.isArray(call.body.cursors) ? call.body.cursors : [];
  const cursorsKilled = ids.filter((id) => call.cursors.kill(toBigInt(id)));
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function toBigInt(id: unknown): bigint {
  const number = toView(id);
  return typeof number === "number" ? BigInt(number) : 0n;
}

export const readCommands: Commands = {
  find: {
    options: ["filter", "sort", "projection", "hint", "skip", "limit", "batchSize", "singleBatch"].concat([
      "noCursorTimeout",
      "allowDiskUse",
    ]),
    refused: ["min", "max", "returnKey", "showRecordId", "tailable", "awaitData", "oplogReplay", "let"],
    run: find,
  },
  count: { options: ["query", "limit", "skip", "hint", "fields"], run: count },
  distinct: { options: ["key", "query", "hint"], run: distinct },
  getMore: { options: ["collection", "batchSize"], run: getMore },
  killCursors: { options: ["cursors"], run: killCursors },
};

import { Int32 } from "bson";
import { documentToView, isPlainDocument } from "../bson-view";
import { type Collection, sameKey } from "../collection";
import {
  type Call,
  type Commands,
  type Reply,
  readCount,
  readDocument,
  readDocuments,
  readText,
} from "../command";
import { badValue, CommandError } from "../command-error";
import { writeTyped } from "../typed-bson";
import { namespaceOf, sessionOf } from "./call-context";

async function createIndexes(call: Call): Promise<Reply> {
  const name = readText(call.body, "createIndexes");
  const isNew = call.store.existing(call.database, name) === undefined;
  const definitions = readDocuments(call.body, "indexes");
  if (definitions.length === 0) throw badValue("Must specify at least one index to create");
  const collection = call.store.ensure(call.database, name);
  const before = collection.indexDefinitions().length;
  let created = 0;
  for (const definition of definitions) if (collection.createIndex(definition)) created++;
  await call.store.flushed();
  return {
    numIndexesBefore: new Int32(before),
    numIndexesAfter: new Int32(collection.indexDefinitions().length),
    createdCollectionAutomatically: isNew,
    ...(created === 0 ? { note: "all indexes already exist" } : {}),
    ok: 1,
  };
}

function listIndexes(call: Call): Reply {
  const collection = mustExist(call, readText(call.body, "listIndexes"));
  return call.cursors.first({
    namespace: namespaceOf(call),
    documents: collection.indexDefinitions().map(writeTyped),
    batchSize: readCount(readDocument(call.body, "cursor"), "batchSize"),
    session: sessionOf(call.body),
  });
}

async function dropIndexes(call: Call): Promise<Reply> {
  const collection = mustExist(call, readText(call.body, "dropIndexes"));
  const before = collection.indexDefinitions().length;
  for (const name of namesToDrop(collection, call.body.index)) collection.dropIndex(name);
  await call.store.flushed();
  return { nIndexesWas: new Int32(before), ok: 1 };
}

function namesToDrop(collection: Collection, wanted: unknown): string[] {
  if (wanted === "*") return collection.specifications().map(({ name }) => name);
  if (typeof wanted === "string") return [wanted];
  if (Array.isArray(wanted)) return wanted.map(String);
  if (!isPlainDocument(wanted)) throw badValue("index must be a name, a list of names or a key");
  const key = documentToView(wanted);
  const found = collection.specifications().find((specification) => sameKey(specification.key, key));
  if (found === undefined) {
    throw new CommandError(27, "IndexNotFound", `can't find index with key: ${JSON.stringify(key)}`);
  }
  return [found.name];
}

function mustExist(call: Call, name: string): Collection {
  const collection = call.store.existing(call.database, name);
  if (collection !== undefined) return collection;
  throw new CommandError(26, "NamespaceNotFound", `ns does not exist: ${call.database}.${name}`);
}

export const indexCommands: Commands = {
  createIndexes: { options: ["indexes", "commitQuorum"], run: createIndexes },
  listIndexes: { options: ["cursor"], run: listIndexes },
  dropIndexes: { options: ["index"], run: dropIndexes },
};

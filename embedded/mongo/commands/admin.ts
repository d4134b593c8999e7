import { type Document, Int32 } from "bson";
import { documentToView } from "../bson-view";
import {
  type Call,
  type Commands,
  type Reply,
  readCount,
  readDocument,
  readFlag,
  readText,
} from "../command";
import { CommandError, notSupported } from "../command-error";
import { compileFilter } from "../filter";
import { writeTyped } from "../typed-bson";
import { sessionOf } from "./call-context";

async function create(call: Call): Promise<Reply> {
  const name = readText(call.body, "create");
  if (call.store.existing(call.database, name) !== undefined) {
    throw new CommandError(48, "NamespaceExists", `Collection ${call.database}.${name} already exists.`);
  }
  if (readFlag(call.body, "capped")) throw notSupported("A capped collection");
  call.store.ensure(call.database, name);
  await call.store.flushed();
  return { ok: 1 };
}

async function drop(call: Call): Promise<Reply> {
  const name = readText(call.body, "drop");
  const indexes = call.store.existing(call.database, name)?.indexDefinitions().length ?? 0;
  if (!call.store.drop(call.database, name)) return { ok: 1 };
  await call.store.flushed();
  return { nIndexesWas: new Int32(indexes), ns: `${call.database}.${name}`, ok: 1 };
}

async function dropDatabase(call: Call): Promise<Reply> {
  const names = call.store.names(call.database);
  for (const name of names) call.store.drop(call.database, name);
  await call.store.flushed();
  return names.length > 0 ? { dropped: call.database, ok: 1 } : { ok: 1 };
}

function listCollections(call: Call): Reply {
  const filter = compileFilter(readDocument(call.body, "filter"));
  const isShort = readFlag(call.body, "nameOnly");
  const documents = call.store
    .names(call.database)
    .map((name): Document => {
      const idIndex = { v: 2, key: { _id: 1 }, name: "_id_" };
      const rest = isShort ? {} : { options: {}, info: { readOnly: false }, idIndex };
      return { name, type: "collection", ...rest };
    })
    .filter((document) => filter.test(documentToView(document)));
  return call.cursors.first({
    namespace: `${call.database}.$cmd.listCollections`,
    documents: documents.map(writeTyped),
    batchSize: readCount(readDocument(call.body, "cursor"), "batchSize"),
    session: sessionOf(call.body),
  });
}

function listDatabases(call: Call): Reply {
  const filter = compileFilter(readDocument(call.body, "filter"));
  const databases = call.store
    .databases()
    .map((name) => ({ name, sizeOnDisk: 0, empty: false }))
    .filter((document) => filter.test(document));
  return { databases, totalSize: 0, ok: 1 };
}

export const adminCommands: Commands = {
  create: {
    options: ["capped", "idIndex", "autoIndexId"],
    refused: [
      "size",
      "max",
      "validator",
      "validationLevel",
      "validationAction",
      "viewOn",
      "pipeline",
      "timeseries",
      "expireAfterSeconds",
      "clusteredIndex",
      "changeStreamPreAndPostImages",
      "encryptedFields",
      "storageEngine",
    ],
    run: create,
  },
  drop: { options: [], run: drop },
  dropDatabase: { options: [], run: dropDatabase },
  listCollections: {
    options: ["filter", "nameOnly", "authorizedCollections", "cursor"],
    run: listCollections,
  },
  listDatabases: { options: ["filter", "nameOnly", "authorizedDatabases"], run: listDatabases },
};

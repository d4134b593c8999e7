import type { Document } from "bson";
import { Aggregator } from "mingo/aggregator";
import { cloneDeep } from "mingo/util";
import { documentToView, isPlainDocument, type View, type ViewTraits } from "../bson-view";
import type { Collection } from "../collection";
import { type Call, type Command, type Reply, readCount, readDocument, readDocuments } from "../command";
import { badValue, CommandError, notSupported } from "../command-error";
import { compileFilter } from "../filter";
import { optionsFor } from "../operators/context";
import { arrange } from "../sort-documents";
import type { StoredDocument } from "../stored-document";
import { readTyped, writeTyped } from "../typed-bson";
import { typedDocument } from "../typed-value";
import { arithmeticIn, checkPipeline } from "../unsupported";
import { valueKey } from "../value-key";
import { sessionOf } from "./call-context";

/** Stages that leave documents whole: they run over what is stored, and what comes out keeps its bytes. */
const WHOLE = new Set(["$match", "$sort", "$skip", "$limit"]);

function aggregate(call: Call): Reply {
  const stages = readDocuments(call.body, "pipeline");
  const traits: ViewTraits = { exact: false, typedNumbers: false };
  const pipeline = stages.map((stage) => documentToView(stage, traits));
  checkPipeline(pipeline);
  if (call.body.explain !== undefined) throw notSupported("explain");
  const cursor = readDocument(call.body, "cursor");
  const target: unknown = call.body.aggregate;
  const name = typeof target === "string" ? target : undefined;
  const collection = name === undefined ? undefined : call.store.existing(call.database, name);
  return call.cursors.first({
    namespace: `${call.database}.${name ?? "$cmd.aggregate"}`,
    documents: runPipeline(call, collection, stages, pipeline, traits.exact),
    batchSize: readCount(cursor, "batchSize"),
    session: sessionOf(call.body),
  });
}

function runPipeline(
  call: Call,
  collection: Collection | undefined,
  stages: Document[],
  pipeline: View[],
  isExactRequest: boolean,
): Uint8Array[] {
  const split = pipeline.findIndex((stage) => !WHOLE.has(Object.keys(stage)[0] ?? ""));
  const headLength = split < 0 ? pipeline.length : split;
  const head = startingDocuments(collection, stages, pipeline.slice(0, headLength));
  const tail = pipeline.slice(headLength);
  if (tail.length === 0) return head.map((document) => document.bytes);
  const sources = new Sources(call);
  const isExact = isExactRequest || head.some((document) => document.exact);
  const options = {
    ...optionsFor(true),
    collectionResolver: (name: string) => sources.resolve(name),
    variables: documentToView(readDocument(call.body, "let")),
  };
  const refuse = (operator: string | undefined) => {
    if (operator !== undefined) throw notSupported(`${operator} over Decimal128 or longs beyond 2^53`);
  };
  if (isExact) refuse(arithmeticIn(tail));
  // mingo may change what it is given.
  const results = new Aggregator(tail, options).run(head.map((document) => cloneDeep(document.view)));
  if (sources.holdsExactNumbers) refuse(arithmeticIn(tail));
  const origins = new Map(head.filter((document) => document.typedNumbers).map((item) => [item.key, item]));
  return results.map((result) => encodeResult(result, origins));
}

function startingDocuments(collection: Collection | undefined, stages: Document[], head: View[]) {
  const [first, ...rest] = head;
  if (first === undefined) return collection?.all() ?? [];
  // Malformed stages must fail over an empty collection too.
  if ("$match" in first) {
    const filter = compileFilter(readDocument(stages[0] ?? {}, "$match"));
    return arrange(collection?.find(filter) ?? [], rest);
  }
  return arrange(collection?.all() ?? [], head);
}

/** Other collections that the pipeline reads. */
class Sources {
  holdsExactNumbers = false;

  constructor(private readonly call: Call) {}

  resolve(name: string): View[] {
    const collection = this.call.store.existing(this.call.database, name);
    this.holdsExactNumbers ||= collection?.holdsExactNumbers ?? false;
    return (collection?.all() ?? []).map((document) => cloneDeep(document.view)).filter(isPlainDocument);
  }
}

function encodeResult(result: unknown, origins: ReadonlyMap<string, StoredDocument>): Uint8Array {
  if (!isPlainDocument(result)) throw badValue("an aggregation must give documents");
  const origin = origins.size > 0 ? origins.get(valueKey(result._id)) : undefined;
  const bytes = writeTyped(typedDocument(result, origin && readTyped(origin.bytes)));
  if (bytes.length > 16 * 1024 * 1024) {
    throw new CommandError(10334, "BSONObjectTooLarge", "A document of the result is larger than 16 MB");
  }
  return bytes;
}

export const aggregateCommand: Command = {
  options: ["pipeline", "cursor", "allowDiskUse", "hint", "let", "bypassDocumentValidation", "explain"],
  run: aggregate,
};

import type { Document } from "bson";
import { Aggregator } from "mingo/aggregator";
import { documentToView } from "./bson-view";
import { optionsFor } from "./operators/context";
import type { StoredDocument } from "./stored-document";

/** In the order of a `sort` specification. */
export const sortDocuments = (documents: StoredDocument[], sort: Document): StoredDocument[] =>
  arrange(documents, [{ $sort: documentToView(sort) }]);

/** Runs stages that leave documents whole (`$match`, `$sort`, `$skip`, `$limit`), so they stay the stored ones. */
export function arrange(documents: StoredDocument[], stages: Document[]): StoredDocument[] {
  const byView = new Map<unknown, StoredDocument>(documents.map((document) => [document.view, document]));
  const isExact = documents.some((document) => document.exact);
  return new Aggregator(stages, optionsFor(isExact))
    .run([...byView.keys()])
    .map((view) => byView.get(view))
    .filter((document) => document !== undefined);
}

import type { Document } from "bson";
import { Query } from "mingo/query";
import { cloneDeep } from "mingo/util";
import { documentToView, isPlainDocument, type View, type ViewTraits } from "./bson-view";
import { badValue } from "./command-error";
import { optionsFor } from "./operators/context";
import type { StoredDocument } from "./stored-document";
import { readTyped, writeTyped } from "./typed-bson";
import { typedDocument } from "./typed-value";

/** What `find` and `findAndModify` return of a document. Without a projection these are the stored bytes. */
export function projector(projection: Document, condition: View): (document: StoredDocument) => Uint8Array {
  if (Object.keys(projection).length === 0) return (document) => document.bytes;
  const traits: ViewTraits = { exact: false, typedNumbers: false };
  const specification = documentToView(projection, traits);
  return (document) => {
    const query = new Query(condition, optionsFor(document.exact));
    // mingo takes excluded fields out of nested documents in place.
    const [projected] = query.find([cloneDeep(document.view)], specification).all();
    if (!isPlainDocument(projected)) throw badValue("the projection gives no document");
    const origin = document.typedNumbers ? readTyped(document.bytes) : document.view;
    return writeTyped(typedDocument(projected, origin, { originOrder: true }));
  };
}

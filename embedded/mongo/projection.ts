import type { Document } from "bson";
import { Query } from "mingo/query";
import { cloneDeep, resolve } from "mingo/util";
import { documentToView, isPlainDocument, type View, type ViewTraits } from "./bson-view";
import { badValue } from "./command-error";
import { assign } from "./operators/add-fields-stage";
import { optionsFor } from "./operators/context";
import type { StoredDocument } from "./stored-document";
import { readTyped, writeTyped } from "./typed-bson";
import { typedDocument } from "./typed-value";

/** What `find` and `findAndModify` return of a document. Without a projection these are the stored bytes. */
export function projector(projection: Document, condition: View): (document: StoredDocument) => Uint8Array {
  if (Object.keys(projection).length === 0) return (document) => document.bytes;
  const traits: ViewTraits = { exact: false, typedNumbers: false };
  const specification = documentToView(projection, traits);
  const { slices, rest } = splitSlices(specification);
  return (document) => {
    const query = new Query(condition, optionsFor(document.exact));
    const project = (fields: View) => run(query, document.view, fields);
    const projected =
      slices === undefined ? project(specification) : sliced(document.view, slices, rest, project);
    const origin = document.typedNumbers ? readTyped(document.bytes) : document.view;
    return writeTyped(typedDocument(projected, origin, { originOrder: true }));
  };
}

function run(query: Query, view: View, fields: View): View {
  // mingo takes excluded fields out of nested documents in place.
  const [projected] = query.find([cloneDeep(view)], fields).all();
  if (!isPlainDocument(projected)) throw badValue("the projection gives no document");
  return projected;
}

/** `$slice` alone keeps all other fields in MongoDB; mingo takes it for a list of what to include. */
function splitSlices(specification: View): { slices?: [string, View][]; rest: View } {
  const entries = Object.entries(specification);
  const slices = entries.filter((entry): entry is [string, View] => isSlice(entry[1]));
  const others = entries.filter(([, value]) => !isSlice(value));
  const includes = others.some(([, value]) => value !== 0 && value !== false);
  if (slices.length === 0 || includes) return { rest: specification };
  return { slices, rest: Object.fromEntries(others) };
}

const isSlice = (value: unknown): value is View => isPlainDocument(value) && "$slice" in value;

function sliced(view: View, slices: [string, View][], rest: View, project: (fields: View) => View): View {
  let result: unknown = Object.keys(rest).length > 0 ? project(rest) : view;
  for (const [path, slice] of slices) {
    if (!Array.isArray(resolve(view, path))) continue;
    result = assign(result, path.split("."), resolve(project({ [path]: slice }), path));
  }
  if (!isPlainDocument(result)) throw badValue("the projection gives no document");
  return result;
}

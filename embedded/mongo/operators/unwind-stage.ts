import { Lazy, type Iterator as LazyIterator } from "mingo/lazy";
import type { AnyObject, Options } from "mingo/types";
import { isPlainDocument } from "../bson-view";
import { badValue } from "../command-error";
import { assign } from "./add-fields-stage";

interface Unwind {
  path: string;
  includeArrayIndex?: string;
  preserveNullAndEmptyArrays?: boolean;
}

/** mingo drops empty texts and documents that stand where an array may stand; MongoDB keeps them as they are. */
export function $unwind(
  documents: LazyIterator,
  specification: string | Unwind,
  _options: Options,
): LazyIterator {
  const options = typeof specification === "string" ? { path: specification } : specification;
  if (typeof options?.path !== "string" || !options.path.startsWith("$")) {
    throw badValue("path option to $unwind stage should be prefixed with a '$'");
  }
  return documents.transform((items: AnyObject[]) => Lazy(items.flatMap((item) => unwind(item, options))));
}

function unwind(document: AnyObject, options: Unwind): unknown[] {
  const path = options.path.slice(1).split(".");
  const value = valueAt(document, path);
  const indexed = (result: unknown, index: number | null) =>
    options.includeArrayIndex === undefined
      ? result
      : assign(result, options.includeArrayIndex.split("."), index);
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item, index) => indexed(assign(document, path, item), index));
  }
  const isNothing = value === null || value === undefined || Array.isArray(value);
  if (!isNothing) return [indexed(document, null)];
  if (!options.preserveNullAndEmptyArrays) return [];
  return [indexed(Array.isArray(value) ? assign(document, path, undefined) : document, null)];
}

/** Unlike elsewhere, this path does not reach into arrays on its way. */
function valueAt(document: unknown, path: string[]): unknown {
  let value = document;
  for (const name of path) value = isPlainDocument(value) ? value[name] : undefined;
  return value;
}

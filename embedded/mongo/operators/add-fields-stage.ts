import { evalExpr } from "mingo/core";
import type { Iterator as LazyIterator } from "mingo/lazy";
import type { AnyObject, Options } from "mingo/types";
import { isPlainDocument } from "../bson-view";

/**
 * `$addFields` and `$set` as MongoDB does them, where mingo differs: nested documents merge instead of
 * replacing, a path through an array reaches every element, and a scalar in the way is replaced.
 */
export function $addFields(
  documents: LazyIterator,
  specification: AnyObject,
  options: Options,
): LazyIterator {
  const fields = flatten(specification);
  return documents.map((document: AnyObject) => {
    let result: unknown = document;
    for (const [path, expression] of fields) {
      result = assign(result, path, evalExpr(document, expression, options));
    }
    return result;
  });
}

function flatten(specification: AnyObject, prefix: string[] = []): [string[], unknown][] {
  return Object.entries(specification).flatMap(([name, expression]): [string[], unknown][] => {
    const path = [...prefix, ...name.split(".")];
    const isNested = isPlainDocument(expression) && isFieldMap(expression);
    return isNested ? flatten(expression, path) : [[path, expression]];
  });
}

function isFieldMap(expression: object): boolean {
  const names = Object.keys(expression);
  return names.length > 0 && names.every((name) => !name.startsWith("$"));
}

/** A copy of `target` with `value` at `path`; `undefined` takes the field away. */
export function assign(target: unknown, path: string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(target)) return target.map((item) => assign(item, path, value));
  const base: AnyObject = isPlainDocument(target) ? { ...target } : {};
  const next = assign(base[name], rest, value);
  if (next === undefined) delete base[name];
  else base[name] = next;
  return base;
}

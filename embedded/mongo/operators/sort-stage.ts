import { Lazy, type Iterator as LazyIterator } from "mingo/lazy";
import { $sort as mingoSort } from "mingo/operators/pipeline";
import type { AnyObject, Options, SortSpec } from "mingo/types";
import { compare, resolve } from "mingo/util";
import { typeRank } from "../bson-order";
import { badValue, notSupported } from "../command-error";
import { isMixed } from "./query-operators";

/**
 * Sorts by keys made beforehand: MongoDB's order of types, missing = null, and of an array its smallest
 * element when ascending, its greatest when descending. mingo then sorts these keys.
 */
export function $sort(documents: LazyIterator, specification: SortSpec, options: Options): LazyIterator {
  const fields = Object.entries(specification);
  if (fields.length === 0) throw badValue("$sort stage must have at least one sort key");
  const keys: SortSpec = {};
  for (const [index, [field, direction]] of fields.entries()) {
    if (direction !== 1 && direction !== -1) throw badDirection(field, direction);
    keys[`rank${index}`] = direction;
    keys[`value${index}`] = direction;
  }
  return documents.transform((items: AnyObject[]) => {
    const rows = items.map((document) => sortRow(document, fields));
    for (const index of fields.keys()) refuseMixedNumbers(rows.map((row) => row[`value${index}`]));
    return Lazy(mingoSort(Lazy(rows), keys, options).collect<AnyObject>()).map(
      (row: AnyObject) => row.document,
    );
  });
}

function badDirection(field: string, direction: unknown) {
  if (typeof direction === "object")
    return notSupported(`Sorting "${field}" by ${JSON.stringify(direction)}`);
  return badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending): "${field}"`);
}

function sortRow(document: AnyObject, fields: [string, 1 | -1][]): AnyObject {
  const row: AnyObject = { document };
  for (const [index, [field, direction]] of fields.entries()) {
    const value = sortValue(resolve(document, field), direction) ?? null;
    row[`rank${index}`] = typeRank(value);
    row[`value${index}`] = value;
  }
  return row;
}

function sortValue(value: unknown, direction: 1 | -1): unknown {
  if (!Array.isArray(value)) return value;
  // An empty array sorts before null; no value of its own says so, but rank 1 with `undefined` comes first.
  return value.reduce(
    (best: unknown, item: unknown) => (compareValues(item, best) * direction < 0 ? item : best),
    value[0],
  );
}

/** Negative, zero or positive, over all types, in MongoDB's order. */
export function compareValues(left: unknown, right: unknown): number {
  if (isMixed(left, right)) throw notSupported("Comparing a Decimal128 with another kind of number");
  return typeRank(left) - typeRank(right) || compare(left ?? null, right ?? null);
}

function refuseMixedNumbers(values: unknown[]): void {
  const first = values.find((value) => typeRank(value) === 3);
  if (first !== undefined && values.some((value) => isMixed(first, value))) {
    throw notSupported("Sorting Decimal128 (or longs beyond 2^53) together with other numbers");
  }
}

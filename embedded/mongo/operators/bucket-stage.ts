import { Aggregator } from "mingo/aggregator";
import { Lazy, type Iterator as LazyIterator } from "mingo/lazy";
import type { AnyObject, Options } from "mingo/types";
import { isPlainDocument } from "../bson-view";
import { badValue } from "../command-error";
import { compareValues } from "./sort-stage";

/** mingo puts a value that equals a boundary into the bucket below. `$group` by the boundary does it right. */
export function $bucket(documents: LazyIterator, specification: AnyObject, options: Options): LazyIterator {
  const { boundaries, groupBy, default: other, output = { count: { $sum: 1 } } } = specification;
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw badValue("$bucket needs at least 2 boundaries");
  if (boundaries.some((value, index) => index > 0 && compareValues(boundaries[index - 1], value) >= 0)) {
    throw badValue("The 'boundaries' of $bucket must be in ascending order");
  }
  if (!isPlainDocument(output)) throw badValue("The 'output' of $bucket must be a document");
  const branches = boundaries.slice(0, -1).map((lower: unknown, index) => {
    const upper: unknown = boundaries[index + 1];
    const isInside = { $and: [{ $gte: [groupBy, literal(lower)] }, { $lt: [groupBy, literal(upper)] }] };
    // biome-ignore lint/suspicious/noThenProperty: that is what $switch calls it.
    return { case: isInside, then: literal(lower) };
  });
  const fallback = other === undefined ? {} : { default: literal(other) };
  const pipeline = [
    { $group: { _id: { $switch: { branches, ...fallback } }, ...output } },
    { $sort: { _id: 1 } },
  ];
  return documents.transform((items: AnyObject[]) => Lazy(new Aggregator(pipeline, options).run(items)));
}

const literal = (value: unknown) => ({ $literal: value });

import * as original from "mingo/operators/accumulator";
import type { Options } from "mingo/types";
import { unique } from "mingo/util";

/** mingo collects null for a missing field; MongoDB collects nothing. */
function $push(documents: unknown[], expression: unknown, options: Options): unknown[] {
  const values = original.$push(documents, expression, options);
  const types = original.$push(documents, { $type: expression }, options);
  return values.filter((_, index) => types[index] !== "missing");
}

export const accumulators = {
  ...original,
  $push,
  $addToSet: (documents: unknown[], expression: unknown, options: Options) =>
    unique($push(documents, expression, options)),
};

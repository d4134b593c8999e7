import { evalExpr } from "mingo/core";
import * as original from "mingo/operators/expression";
import type { AnyObject, Options } from "mingo/types";
import { typeName } from "../bson-order";
import { failedToParse } from "../command-error";
import { compareValues } from "./sort-stage";

/** mingo says "no" when the types differ; MongoDB compares across types, so `{$gt: ["$a", null]}` means "has a". */
const comparison = (name: string, isTrue: (order: number) => boolean) => {
  return (document: AnyObject, expression: unknown, options: Options): boolean =>
    isTrue(order(name, document, expression, options));
};

function order(name: string, document: AnyObject, expression: unknown, options: Options): number {
  if (!Array.isArray(expression) || expression.length !== 2) {
    throw failedToParse(`Expression ${name} takes exactly 2 arguments`);
  }
  const [left, right]: unknown[] = expression.map((item: unknown) => evalExpr(document, item, options));
  // In expressions a missing value sorts before null.
  if (left === undefined || right === undefined)
    return Number(right === undefined) - Number(left === undefined);
  return compareValues(left, right);
}

function $type(document: AnyObject, expression: unknown, options: Options): unknown {
  const value: unknown = evalExpr(document, expression, options);
  const name = typeName(value);
  return name === "number" ? original.$type(document, { $literal: value }, options) : name;
}

export const expressionOperators = {
  ...original,
  $type,
  $gt: comparison("$gt", (sign) => sign > 0),
  $gte: comparison("$gte", (sign) => sign >= 0),
  $lt: comparison("$lt", (sign) => sign < 0),
  $lte: comparison("$lte", (sign) => sign <= 0),
  $cmp: (document: AnyObject, expression: unknown, options: Options) =>
    Math.sign(order("$cmp", document, expression, options)),
};

import * as original from "mingo/operators/query";
import type { AnyObject, Options } from "mingo/types";
import { resolve } from "mingo/util";
import { type BsonKey, ExactNumberKey } from "../bson-key";
import { typeName } from "../bson-order";
import { isPlainDocument } from "../bson-view";
import { badValue, notSupported } from "../command-error";

type Test = (document: AnyObject) => boolean;
type QueryOperator = (selector: string, operand: unknown, options: Options) => Test;

/** mingo's `$all` wants an array in the document; MongoDB's is an "and" of equalities. */
function $all(selector: string, operand: unknown, options: Options): Test {
  if (!Array.isArray(operand)) throw badValue("$all needs an array");
  const tests = operand.map((item: unknown) => allItem(selector, item, options));
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}

function allItem(selector: string, item: unknown, options: Options): Test {
  if (item instanceof RegExp) return original.$regex(selector, item, options);
  if (isPlainDocument(item) && isPlainDocument(item.$elemMatch)) {
    return original.$elemMatch(selector, item.$elemMatch, options);
  }
  return original.$eq(selector, item, options);
}

/** mingo takes null for 0. */
function $mod(selector: string, operand: unknown, options: Options): Test {
  const test = original.$mod(selector, operand, options);
  const isNumber = $type(selector, "number", options);
  return (document) => isNumber(document) && test(document);
}

const TYPE_NUMBERS: Record<number, string> = {
  2: "string",
  3: "object",
  4: "array",
  5: "binData",
  7: "objectId",
  8: "bool",
  9: "date",
  10: "null",
  11: "regex",
  17: "timestamp",
};

/** mingo answers "no" for the types it does not know, ObjectId among them. */
function $type(selector: string, operand: unknown, _options: Options): Test {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map(nameOfType);
  return (document) => {
    const value = resolve(document, selector, { unwrapArray: true });
    const candidates = Array.isArray(value) ? [value, ...value] : [value];
    return candidates.some((candidate) => wanted.includes(typeName(candidate)));
  };
}

function nameOfType(type: unknown): string {
  const name = typeof type === "number" ? (TYPE_NUMBERS[type] ?? "number-width") : type;
  if (name === "number" || Object.values(TYPE_NUMBERS).some((known) => known === name)) return String(name);
  throw notSupported(`{$type: ${JSON.stringify(type)}} (use "number" for numbers)`);
}

/** Comparing an exact number (Decimal128, long beyond 2^53) with a plain one would be silently "different". */
function guarded(operator: QueryOperator, name: string) {
  return (selector: string, operand: unknown, options: Options): Test => {
    const test = operator(selector, operand, options);
    const operands: unknown[] = Array.isArray(operand) ? operand : [operand];
    return (document) => {
      const value = resolve(document, selector, { unwrapArray: true });
      const values: unknown[] = Array.isArray(value) ? value.flat(1) : [value];
      if (values.some((left) => operands.some((right) => isMixed(left, right)))) {
        throw notSupported(`${name} between a Decimal128 (or a long beyond 2^53) and another kind of number`);
      }
      return test(document);
    };
  };
}

export function isMixed(left: unknown, right: unknown): boolean {
  if (!(left instanceof ExactNumberKey || right instanceof ExactNumberKey)) return false;
  return isNumeric(left) && isNumeric(right) && left?.constructor !== right?.constructor;
}

const isNumeric = (value: unknown): value is number | BsonKey =>
  typeof value === "number" || value instanceof ExactNumberKey;

export const queryOperators = { ...original, $all, $mod, $type };

export const guardedQueryOperators = {
  ...queryOperators,
  $eq: guarded(original.$eq, "$eq"),
  $ne: guarded(original.$ne, "$ne"),
  $gt: guarded(original.$gt, "$gt"),
  $gte: guarded(original.$gte, "$gte"),
  $lt: guarded(original.$lt, "$lt"),
  $lte: guarded(original.$lte, "$lte"),
  $in: guarded(original.$in, "$in"),
  $nin: guarded(original.$nin, "$nin"),
};
